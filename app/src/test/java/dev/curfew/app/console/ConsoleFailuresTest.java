package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.work.Failure;
import dev.curfew.app.usecase.Outcomes;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import org.junit.jupiter.api.Test;

/// A window's words never tell to type what can be done in it.
class ConsoleFailuresTest {

    private static String words(RuntimeException failure) {
        Failure told = new ConsoleFailures().apply(failure);
        assertThat(told.kind()).isEqualTo(Failure.Kind.REFUSED);
        return told.sentence();
    }

    private static String words(Refusal why, Object... arguments) {
        return words(Outcomes.failure(new Outcome.Refused<>(why, why.words(arguments))));
    }

    @Test
    void whatCanBeDoneInTheWindowIsSaidInPlaceOfACommand() {
        assertThat(words(Refusal.STILL_USED, "ci-key", "used 4 min ago"))
                .isEqualTo("ci-key is not quiet yet: used 4 min ago. Wait, or find out who uses it. "
                        + "If it is to go all the same, cut it with \"Now, although it is used\".");
        assertThat(words(Refusal.USE_UNKNOWN, "ci-key", "no log"))
                .startsWith("Whether ci-key is still used is not known: no log. Find out elsewhere. If it")
                .doesNotContain("--although");
        assertThat(words(Refusal.ENDS_AT_ONCE, "app", "it has no rotation policy"))
                .isEqualTo(
                        "app may end as soon as there is a new one: it has no rotation policy. If it is to be replaced"
                                + " all the same, with whoever uses it at hand, tick \"Replace it also if the old one ends at"
                                + " once\".");
        assertThat(words(Refusal.UNFINISHED_ROTATION, "ro-1", "key-2", "AK2"))
                .startsWith("Curfew stopped while it made the new credential of ro-1. key-2 stands there since")
                .endsWith("or somebody else made it. If nobody did, delete it by giving its id under"
                        + " \"Left by a making that was cut off\".");
        assertThat(words(Refusal.MORE_THAN_NOTICED, "billing"))
                .isEqualTo("By now billing would lose more than its notice said. Announce it anew, or withdraw it under"
                        + " \"Narrowed policies\".");
        assertThat(words(new Refused(
                        "WINDOWS_OPEN", "There are open windows on bao: w-1. End them first: curfew end WINDOW")))
                .isEqualTo("There are open windows on bao: w-1. End them first, on the Exceptions screen.");
        assertThat(words(Refusal.SIGN_IN_NEEDED, "r-1", "bo.staff", "15 min"))
                .doesNotContain("curfew officer")
                .contains("and bo.staff did not. An approval that comes as a file")
                .endsWith("Sign in first: Ctrl+Shift+I.");
    }

    @Test
    void aRevocationThatWaitsNamesTheButtonsOfItsScreen() {
        assertThat(words(Refusal.SIGNATURES_MISSING, "p-1", "needs one more officer (by two)"))
                .startsWith("Plan p-1 needs one more officer (by two). Nothing was done. Another officer signs it")
                .doesNotContain("curfew ")
                .contains("\"Sign\"");
        assertThat(words(Refusal.UNDO_NEEDS_SIGNATURES, "p-1", "ada", "needs one more officer (by two)"))
                .endsWith(
                        "Nothing was done. Another officer does the same on another machine, with \"Take back\" on the"
                                + " Revocation screen.");
        assertThat(words(
                        Refusal.ENDED_SINCE,
                        "p-1",
                        "done by plan p-2 at 03:00",
                        "curfew revoke verify p-2 --officer NAME"))
                .isEqualTo(
                        "Nothing is left of plan p-1: all of it was done by plan p-2 at 03:00. Nothing was done. To try"
                                + " again what that ended, select it and \"Try again\". If something of it is back, \"Plan"
                                + " revocation\" anew.");
        assertThat(words(Refusal.RATIFY_FIRST, "p-1"))
                .isEqualTo(
                        "Plan p-1 was run while the ledger could not be written. Enter that first, with \"Ratify\" on"
                                + " the Revocation screen.");
        assertThat(words(Refusal.SPOOL_UNWRITABLE, "p-1", "AccessDeniedException"))
                .endsWith("so nothing more of plan p-1 was done. Make room on the workspace's disk, then do it again.");
        assertThat(words(Refusal.ALREADY_BOXED, "bao:entity/ci", "b-1", "on Friday"))
                .startsWith(
                        "bao:entity/ci ends on Friday already. To give it another end, take that one back first, under")
                .doesNotContain("curfew ");
        assertThat(words(Refusal.REVOKED_SINCE, "bao:entity/ci", "p-1"))
                .endsWith("take that plan back first, with \"Take back\" on the Revocation screen.")
                .doesNotContain("curfew ");
        assertThat(words(Refusal.UNKNOWN_TIMEBOX, "b-1"))
                .startsWith("There is no time-box b-1. All of them are under")
                .doesNotContain("curfew ");
    }

    @Test
    void whatOnlyTheCommandLineDoesIsLeftAsItIs() {
        assertThat(words(Refusal.ROSTER_NOT_FOUNDED)).contains("curfew officer found");
        assertThat(words(new Refused("Nothing of it."))).isEqualTo("Nothing of it.");
    }
}
