package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.request.AskedFact;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.util.stream.Collectors;

/// What a request asks for, one thing a line, as whoever decides on it has to see it.
public final class AskedWords {
    private static final Messages MESSAGES = Messages.of(AskedWords.class);

    private AskedWords() {}

    public static String of(ExceptionRequest request) {
        return AskedFact.of(request, ModelWords::time).stream()
                .map(fact -> MESSAGES.text("asked.line", fact.name(), oneLine(fact.value())))
                .collect(Collectors.joining(
                        System.lineSeparator(), MESSAGES.text("asked") + System.lineSeparator(), ""));
    }

    /// A requester's words end no line and move no cursor: nobody writes the lines that follow but Curfew.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
