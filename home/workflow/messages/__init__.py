"""Who is told what when a page moved, and how it reaches them."""
