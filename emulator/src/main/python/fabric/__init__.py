"""Local stand-in for the Fabric SDK packages."""
