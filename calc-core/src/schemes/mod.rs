//! The schemes, one file or folder each, named as the law names them. A scheme reads only its own
//! parameters and the outcomes of other schemes that are passed in.

pub mod beslagvrije_voet;
pub mod bijstand;
pub mod gemeente;
pub mod huurtoeslag;
pub mod inkomstenbelasting;
pub mod kinderbijslag;
pub mod kinderopvangtoeslag;
pub mod kindgebonden_budget;
pub mod loon;
pub mod minimumloon;
pub mod toeslag;
pub mod toetsingsinkomen;
pub mod zorgtoeslag;
