"""How every window looks: tokens, palette, style sheet, icons, fonts. Knows no case, no law."""
