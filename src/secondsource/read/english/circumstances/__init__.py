"""circumstances: when and where: words of days and places, not yet resolved."""
