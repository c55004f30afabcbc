"""The front ends of Habeas: Qt windows, and the command line that needs no Qt."""
