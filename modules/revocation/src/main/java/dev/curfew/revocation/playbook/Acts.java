package dev.curfew.revocation.playbook;

import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookProblem;
import dev.curfew.governance.playbook.PlaybookReader;
import dev.curfew.governance.playbook.PlaybookTextException;
import dev.curfew.governance.playbook.Scope;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.catalogue.Revocability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the revocability catalogue lets a playbook do: acts that can be undone, by the very codes that it has.
public final class Acts {
    private static final Messages MESSAGES = Messages.of(Acts.class);

    private final Catalogue catalogue;

    public Acts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// A text that may be signed, or put in force, now.
    ///
    /// @return the playbook, or PLAYBOOK_UNUSABLE with every problem
    public Outcome<Playbook> usable(String text, Instant now) {
        try {
            Playbook playbook = PlaybookReader.read(text);
            List<PlaybookProblem> problems = problems(playbook, now);
            return problems.isEmpty() ? Outcome.done(playbook) : unusable(problems);
        } catch (PlaybookTextException e) {
            return unusable(e.problems());
        }
    }

    private static Outcome<Playbook> unusable(List<PlaybookProblem> problems) {
        return Outcome.refused(
                Refusal.PLAYBOOK_UNUSABLE,
                problems.stream().map(PlaybookProblem::words).collect(Collectors.joining("\n")));
    }

    private List<PlaybookProblem> problems(Playbook playbook, Instant now) {
        List<PlaybookProblem> problems = new ArrayList<>();
        for (int i = 0; i < playbook.acts().size(); i++) {
            String code = playbook.acts().get(i);
            if (!isReversible(code)) {
                problems.add(problem("acts[" + i + "]", isKnown(code) ? "irreversible" : "no-act", code));
            }
        }
        if (playbook.scope() instanceof Scope.Selected selected) {
            for (int i = 0; i < selected.kinds().size(); i++) {
                String kind = selected.kinds().get(i);
                if (catalogue.kind(kind).isEmpty()) {
                    problems.add(problem("scope.kinds[" + i + "]", "no-kind", kind));
                }
            }
        }
        if (playbook.isOver(now)) {
            problems.add(problem("expiresAt", "over", playbook.expiresAt()));
        } else if (playbook.expiresAt().isAfter(now.plus(Playbook.HOLDS_FOR_MAX))) {
            problems.add(problem("expiresAt", "too-late", Playbook.HOLDS_FOR_MAX.toDays()));
        }
        return problems;
    }

    private static PlaybookProblem problem(String path, String key, Object... arguments) {
        return new PlaybookProblem(path, MESSAGES.text(key, arguments));
    }

    private boolean isKnown(String code) {
        return catalogue.all().stream()
                .flatMap(record -> record.actions().stream())
                .anyMatch(action -> action.code().equals(code));
    }

    /// Whatever kind of credential it is done to: what can be undone of one and not of another is not.
    boolean isReversible(String code) {
        return isKnown(code)
                && catalogue.all().stream()
                        .noneMatch(record -> record.deletions().contains(code) || isIrreversible(record, code));
    }

    private static boolean isIrreversible(Revocability record, String code) {
        return record.actions().stream().anyMatch(action -> action.code().equals(code) && !action.reversible());
    }
}
