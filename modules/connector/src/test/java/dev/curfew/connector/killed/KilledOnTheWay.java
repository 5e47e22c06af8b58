package dev.curfew.connector.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.curfew.model.estate.Fact;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// A server is killed (SIGKILL) in the middle of a reading, and comes back with what it held: nothing is lost, and
/// nothing is drawn as deleted.
///
/// @param observer reads with the same credential before, while and after
/// @param kill ends the server at once
/// @param startAgain has it back where it was, with what it held
/// @param unread scopes that are never read whole there, for the server does not tell them
public record KilledOnTheWay(Observer observer, Runnable kill, Runnable startAgain, Set<String> unread) {

    /// @param stage when it is killed: the first time that progress tells of it
    /// @param sameMoments whether the server comes back with the moments too at which things were made
    public void losesAndInventsNothing(String stage, boolean sameMoments) throws InterruptedException {
        Observation before = observer.observe(Progress.SILENT);
        assertThat(before.coverage())
                .filteredOn(it -> !unread.contains(it.scope()))
                .isNotEmpty()
                .allMatch(Coverage::provesAbsence);

        Observation broken = observer.observe(killing(stage));
        assertThat(scopes(broken)).as("no scope is passed over").isEqualTo(scopes(before));
        assertThat(broken.coverage())
                .filteredOn(it -> !unread.contains(it.scope()))
                .as("some was read before, some not")
                .anyMatch(Coverage::provesAbsence)
                .anyMatch(coverage -> !coverage.provesAbsence());
        for (Coverage coverage : broken.coverage()) {
            List<String> then = keys(before, coverage.scope());
            List<String> now = keys(broken, coverage.scope());
            if (coverage.provesAbsence()) {
                assertThat(now).as(coverage.scope()).isEqualTo(then);
            } else {
                assertThat(then).as(coverage.scope()).containsAll(now);
                assertThat(coverage.detail()).as(coverage.scope()).isNotBlank();
            }
        }
        assertThat(catchThrowableOfType(SourceException.class, () -> observer.observe(Progress.SILENT)))
                .as("nothing at all is told as such, and is no reading")
                .returns(SourceException.Kind.UNREACHABLE, SourceException::kind)
                .extracting(SourceException::getMessage)
                .asString()
                .isNotBlank();

        startAgain.run();
        Observation after = observer.observe(Progress.SILENT);
        assertThat(scopes(after)).isEqualTo(scopes(before));
        if (sameMoments) {
            assertThat(Set.copyOf(after.facts())).isEqualTo(Set.copyOf(before.facts()));
        } else {
            assertThat(keys(after)).isEqualTo(keys(before));
        }
    }

    private Progress killing(String stage) {
        AtomicBoolean killed = new AtomicBoolean();
        return (at, _, _) -> {
            if (at.equals(stage) && killed.compareAndSet(false, true)) {
                kill.run();
            }
        };
    }

    private static Set<String> scopes(Observation observation) {
        return observation.coverage().stream().map(Coverage::scope).collect(Collectors.toSet());
    }

    private static List<String> keys(Observation observation, String scope) {
        return observation.facts().stream()
                .filter(fact -> fact.provenance().scope().equals(scope))
                .map(KilledOnTheWay::key)
                .sorted()
                .toList();
    }

    private static List<String> keys(Observation observation) {
        return observation.facts().stream().map(KilledOnTheWay::key).sorted().toList();
    }

    private static String key(Fact fact) {
        return fact.getClass().getSimpleName() + " " + fact.key();
    }
}
