package dev.curfew.governance.alternative;

import java.util.List;
import java.util.function.LongFunction;

/// One thing that can be otherwise, and how.
sealed interface Lever {
    /// The one that changes most.
    Change strongest();

    /// A number that may be lower.
    ///
    /// @param rungs from the mildest down
    /// @param now what it is; the highest that is no change
    record Lower(long now, List<Long> rungs, LongFunction<Change> to) implements Lever {
        public Lower {
            rungs = List.copyOf(rungs);
        }

        @Override
        public Change strongest() {
            return to.apply(rungs.getLast());
        }
    }

    /// One of several, none of them more than another.
    ///
    /// @param together names those of them that do
    /// @param alone whether it is tried by itself only: besides others it could as well do harm
    record OneOf(List<Change> options, Naming together, boolean alone) implements Lever {
        public OneOf {
            options = List.copyOf(options);
        }

        /// Names several options at once.
        @FunctionalInterface
        interface Naming {
            /// @param of how many there were
            String words(List<Change> found, int of);
        }

        @Override
        public Change strongest() {
            Change first = options.getFirst();
            return new Change(together.words(List.of(first), options.size()), first.values());
        }
    }
}
