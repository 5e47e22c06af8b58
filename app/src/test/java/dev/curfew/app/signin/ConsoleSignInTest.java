package dev.curfew.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.signin.SigningIn;
import dev.curfew.app.console.signin.Told;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.roster.chain.RosterChange;
import dev.curfew.governance.roster.chain.SignInProvider;
import dev.curfew.governance.signin.SignIn;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.keycloak.Keycloak;
import dev.curfew.testbed.keycloak.WithKeycloak;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// An officer who signs in at a real Keycloak from the console, and out again.
@WithKeycloak
class ConsoleSignInTest {
    private static OfficerLogin as(String officer) {
        return new OfficerLogin(officer, Secret.of(Decisions.PASSPHRASE));
    }

    private static void signed(String officer, Consumer<OfficerLogin> deed) {
        OfficerLogin login = as(officer);
        try (var _ = login.passphrase()) {
            deed.accept(login);
        }
    }

    private static void found(Desk desk, StaffRealm staff) {
        signed("ada", ada -> desk.officers().add(ada, "Ada Marsh"));
        signed("bo", bo -> desk.officers().add(bo, "Bo Lindqvist"));
        signed("ada", ada -> desk.rosters().found(ada, 1));
        SignInProvider provider = new SignInProvider(URI.create(staff.issuer()), StaffRealm.CLIENT, "", false);
        signed("ada", ada -> desk.rosters().propose(ada, new RosterChange.SignInBy(provider)));
        String subject = staff.person("bo.staff");
        signed("ada", ada -> desk.rosters().propose(ada, new RosterChange.Bind("bo", provider.subject(subject))));
    }

    @Test
    void theBrowserIsOpenedTheOfficerSignsInAndOut(Keycloak keycloak) throws Exception {
        StaffRealm staff = StaffRealm.fresh(keycloak, "console-staff");
        try (SampleWorkspace workspace = SampleWorkspace.live()) {
            Desk desk = workspace.desk();
            found(desk, staff);
            List<String> failures = new ArrayList<>();
            List<SignIn> made = new ArrayList<>();
            List<Told> told = new ArrayList<>();
            // everything on this thread, while the person is at the browser on another
            SigningIn model = new SigningIn(Work.direct(ConsoleSignInTest::words), desk, page -> {
                Thread.startVirtualThread(() -> staff.at("bo.staff").open(page.toString(), "close this window"));
                return true;
            });
            model.told().subscribe(now -> now.ifPresent(told::add));

            model.start(as("bo"), SignIn.How.BROWSER, made::add, failure -> failures.add(failure.sentence()));

            assertThat(failures).isEmpty();
            assertThat(told).singleElement().satisfies(one -> {
                assertThat(one.opened()).isTrue();
                assertThat(one.isByCode()).isFalse();
            });
            assertThat(desk.signIns().presence().signIns()).isEqualTo(made).hasSize(1);

            assertThat(desk.signIns().signOut("bo")).contains(made.getFirst());
            assertThat(desk.signIns().presence().signIns()).isEmpty();
        }
    }

    private static Failure words(RuntimeException failure) {
        return new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()));
    }
}
