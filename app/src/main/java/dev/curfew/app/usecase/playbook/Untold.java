package dev.curfew.app.usecase.playbook;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.revocation.reaction.Reacted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells what is news of what playbooks did and did not do: each thing is, once, whatever its words are by then. Those
/// of a risk change with every point that it falls.
public final class Untold {
    private final Set<Said> said = new HashSet<>();

    /// @param playbook that did it or did not; empty where there is none
    /// @param why it did not
    /// @param about what was found, or the run and how far it came
    private record Said(Class<? extends Reacted> what, String playbook, String why, List<Object> about) {}

    /// @return whether it was not asked of this before
    public boolean isNews(Reacted one) {
        return said.add(
                switch (one) {
                    case Reacted.Ran ran ->
                        new Said(
                                ran.getClass(),
                                ran.run().playbook(),
                                "",
                                List.of(ran.run().plan(), acted(ran)));
                    case Reacted.Held(String playbook, Finding finding, String why) ->
                        new Said(one.getClass(), playbook, why, about(finding));
                    case Reacted.Stopped(String playbook, Finding finding, String why) ->
                        new Said(one.getClass(), playbook, why, about(finding));
                    case Reacted.Left left ->
                        new Said(
                                left.getClass(),
                                left.run().playbook(),
                                left.why(),
                                List.of(left.run().plan()));
                    case Reacted.Told(Finding finding) -> new Said(one.getClass(), "", "", about(finding));
                });
    }

    /// How many of its steps are done.
    public static long acted(Reacted.Ran ran) {
        return ran.report().steps().stream()
                .filter(step -> step.record().state().isDone())
                .count();
    }

    private static List<Object> about(Finding finding) {
        return List.of(finding.rule(), finding.variant(), String.valueOf(finding.entity()), finding.occasions());
    }
}
