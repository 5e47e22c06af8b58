package dev.curfew.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A story that dies at each of its commits, just before it and just after, and is gone on with.
public final class EveryCommit {
    private EveryCommit() {}

    /// Somebody who does what is left to do, as often as it takes.
    public interface Story {
        Station station();

        void goOn() throws InterruptedException;

        void assertEnded();
    }

    /// How a story begins.
    @FunctionalInterface
    public interface Beginning {
        Story in(Path folder) throws Exception;
    }

    /// @return how many commits it has
    public static int diesAt(Path directory, Beginning beginning) throws Exception {
        Story whole = beginning.in(directory.resolve("whole"));
        int before = whole.station().unitOfWork.commits();
        whole.goOn();
        int commits = whole.station().unitOfWork.commits() - before;
        whole.assertEnded();

        List<Integer> crashed = new ArrayList<>();
        for (int commit : IntStream.rangeClosed(1, commits).toArray()) {
            for (boolean after : new boolean[] {false, true}) {
                Story story = beginning.in(directory.resolve(commit + "-" + after));
                if (after) {
                    story.station().unitOfWork.crashAfter(commit);
                } else {
                    story.station().unitOfWork.crashBefore(commit);
                }
                if (dies(story)) {
                    crashed.add(commit);
                }
                story.station().unitOfWork.crashNoMore();
                story.goOn();
                story.assertEnded();
            }
        }
        assertThat(crashed).hasSize(2 * commits);
        return commits;
    }

    private static boolean dies(Story story) throws InterruptedException {
        try {
            story.goOn();
            return false;
        } catch (CrashException e) {
            return true;
        }
    }
}
