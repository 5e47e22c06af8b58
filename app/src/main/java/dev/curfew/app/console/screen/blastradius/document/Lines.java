package dev.curfew.app.console.screen.blastradius.document;

/// Lines of a text, counted from 1, both inclusive.
record Lines(int first, int last) {

    Lines {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no lines: " + first + " to " + last);
        }
    }
}
