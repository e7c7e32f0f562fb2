//! The site: [`build`] makes it of the page, the words ([`languages`]) and the static files, [`seal`] gives it its
//! version, [`size`] weighs it, and [`serve`] shows it with the headers of [`policy`] and the kinds of [`kinds`], which
//! [`hosting`] writes down for other servers. [`sbom`] lists what it is made of.

pub mod build;
pub mod files;
pub mod hosting;
mod http;
mod kinds;
pub mod languages;
mod policy;
mod sbom;
mod seal;
pub mod serve;
pub mod size;
