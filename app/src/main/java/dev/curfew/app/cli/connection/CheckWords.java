package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.source.CredentialCheck;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;

/// Whether a connection's credentials work, in words: what each is, when it ends, what to do.
public final class CheckWords {
    private static final Messages MESSAGES = Messages.of(CheckWords.class);

    private CheckWords() {}

    /// Tries the credentials and notes what came of it. It never fails a command that has done its work.
    public static void note(Invocation invocation, SourceName name) throws InterruptedException {
        for (CredentialCheck check : invocation.desk().connections().check(name)) {
            invocation.printer().note(of(check));
        }
    }

    static String of(CredentialCheck check) {
        String use = use(check);
        return switch (check.standing()) {
            case Standing.Works works -> MESSAGES.text("check.works", use, works.who(), end(works.expiry()));
            case Standing.Refused refused -> MESSAGES.text("check.refused." + use, check.source(), refused.detail());
            case Standing.Unclear unclear -> MESSAGES.text("check.unclear", use, check.source(), unclear.detail());
        };
    }

    static String use(CredentialCheck check) {
        return check.acting() ? "act" : "read";
    }

    private static String end(Expiry expiry) {
        return switch (expiry) {
            case Expiry.At at -> MESSAGES.text("end.at", ModelWords.time(at.instant()));
            case Expiry.Never() -> MESSAGES.text("end.never");
            case Expiry.Unknown _ -> MESSAGES.text("end.unknown");
        };
    }
}
