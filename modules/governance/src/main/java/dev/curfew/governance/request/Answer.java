package dev.curfew.governance.request;

import dev.curfew.governance.alternative.Alternative;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// What the policies said to a request when it was made.
///
/// @param request as it was kept; what was refused is in the ledger alone
/// @param alternatives what would get a better answer, best first; looked for only where it was refused
public record Answer(ExceptionRequest request, Judgement judgement, List<Alternative> alternatives) {
    public Answer {
        alternatives = List.copyOf(alternatives);
    }

    /// With what would change it: whoever asked can ask otherwise.
    public String words() {
        return alternatives.isEmpty()
                ? judgement.words()
                : Messages.of(Answer.class)
                        .text(
                                "instead",
                                judgement.words(),
                                alternatives.stream().map(Alternative::words).collect(Collectors.joining("; ")));
    }
}
