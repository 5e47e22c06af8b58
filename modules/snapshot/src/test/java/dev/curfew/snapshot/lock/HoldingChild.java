package dev.curfew.snapshot.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;

/// Holds a folder until its standard input ends.
final class HoldingChild {

    private HoldingChild() {}

    public static void main(String[] args) throws Exception {
        try (FolderLock _ = FolderLock.acquire(Path.of(args[0]), Instant.parse(args[1]))) {
            new PrintStream(System.out, true, UTF_8).println("held");
            while (System.in.read() >= 0) {
                // Nothing comes but the end.
            }
        }
    }
}
