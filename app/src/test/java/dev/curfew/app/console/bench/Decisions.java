package dev.curfew.app.console.bench;

import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.request.Review;
import dev.curfew.model.connection.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/// What two officers have decided in the sample: a request that waits, one that is approved, one that is denied.
public final class Decisions {

    public static final String ADA = "ada";
    public static final String BO = "bo";
    public static final String PASSPHRASE = "an officer's passphrase";

    /// The sample's emergency access.
    public static final String BREAK_GLASS = "sample-openbao:policy/break-glass";

    private final Desk desk;

    public Decisions(Desk desk) {
        this.desk = desk;
    }

    void make() {
        officer(ADA, "Ada Marsh");
        officer(BO, "Bo Lindqvist");
        as(ADA, login -> request(login, "the payments database is stuck in recovery"));
        ExceptionCase approved = as(ADA, login -> request(login, "restore drill of the second quarter"));
        ExceptionCase denied = as(ADA, login -> request(login, "just to have a look"));
        Review review = desk.exceptions().review(approved.request().id());
        as(BO, login -> desk.exceptions().approve(login, review));
        Review unwanted = desk.exceptions().review(denied.request().id());
        as(BO, login -> desk.exceptions().deny(login, unwanted, "ask for a read-only policy"));
    }

    private void officer(String name, String displayName) {
        as(name, login -> desk.officers().add(login, displayName));
    }

    private ExceptionCase request(OfficerLogin login, String reason) {
        return desk.exceptions().request(login, BREAK_GLASS, Duration.ofMinutes(15), reason, Map.of());
    }

    private static <T> T as(String officer, Function<OfficerLogin, T> deed) {
        try (Secret passphrase = Secret.of(PASSPHRASE)) {
            return deed.apply(new OfficerLogin(officer, passphrase));
        }
    }
}
