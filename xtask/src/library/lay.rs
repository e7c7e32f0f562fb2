//! Lays files of the repository in a folder of what is written.

use std::path::Path;

use anyhow::Result;

use crate::run;
use crate::site::files::{copy_tree, empty};

/// What lies in a folder of the repository, in another place, alone.
pub fn lay(from: &str, to: &Path) -> Result<()> {
    empty(to)?;
    copy_tree(&run::root().join(from), to)
}
