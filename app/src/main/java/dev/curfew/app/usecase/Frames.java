package dev.curfew.app.usecase;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a fault of our own came from: the classes and lines of its stack, and of its causes, without their messages.
/// A failed assertion's message quotes what it looked at.
public final class Frames {
    /// A chain of causes that is longer is a circle.
    private static final int CAUSES_MAX = 10;

    private Frames() {}

    public static String of(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .map(cause -> Stream.concat(
                                Stream.of(cause.getClass().getName()),
                                Arrays.stream(cause.getStackTrace()).map(frame -> "\tat " + frame))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\nCaused by: "));
    }
}
