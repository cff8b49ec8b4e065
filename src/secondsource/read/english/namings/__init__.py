"""namings: which names are one actor: brackets, "also known as", acronyms, renamings."""
