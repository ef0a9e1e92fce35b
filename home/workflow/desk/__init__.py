"""The editors' desk: the screens on which texts are checked, found and steered."""
