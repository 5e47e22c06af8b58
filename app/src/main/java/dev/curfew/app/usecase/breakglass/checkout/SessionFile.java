package dev.curfew.app.usecase.breakglass.checkout;

import dev.curfew.app.usecase.breakglass.OpenUse;
import dev.curfew.app.usecase.breakglass.checkout.CheckedOut.Wrapping;
import dev.curfew.app.usecase.breakglass.handover.Handover;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The file in which a session is handed over: a wrapping that is opened once, as `break-glass unwrap` opens it; where
/// the source has none, the session's variables, as a shell reads them.
final class SessionFile {
    /// An officer at another desk needs some minutes; a wrapping that nobody opened is to be of no use soon.
    private static final Duration WRAPPED_FOR = Duration.ofMinutes(5);

    private SessionFile() {}

    static Optional<Wrapping> write(OpenUse open, String officer, PrivateFile output)
            throws InterruptedException, IOException {
        Optional<Handover> wrapped = open.wrapped(officer, WRAPPED_FOR);
        if (wrapped.isEmpty()) {
            writeVariables(open, output);
            return Optional.empty();
        }
        try (Handover handover = wrapped.get();
                Secret text = handover.text()) {
            output.write(text);
            return Optional.of(new Wrapping(
                    handover.wrapped().accessor(),
                    handover.wrapped().madeAt(),
                    handover.wrapped().until()));
        }
    }

    private static void writeVariables(OpenUse open, PrivateFile output) throws IOException {
        Map<String, Secret> variables = open.variables();
        try (Secret text = Secret.of(new TreeMap<>(variables)
                .entrySet().stream()
                        .map(one -> "export " + one.getKey() + "="
                                + quoted(one.getValue().reveal()))
                        .collect(Collectors.joining("\n")))) {
            output.write(text);
        } finally {
            variables.values().forEach(Secret::close);
        }
    }

    /// As POSIX shells read it (XCU 2.2.2): nothing in it stands for anything else.
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
