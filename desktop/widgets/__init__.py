"""Qt pieces that every area uses; they know no case and no law."""
