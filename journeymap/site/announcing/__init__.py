"""What tells others about the site: the same pages for machines, old addresses, previews, lists of it all."""
