"""Questions put over a screen, each dismissed with its answer."""
