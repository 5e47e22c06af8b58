package dev.curfew.app.console.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.start.WorkspaceDoor.Answer;
import dev.curfew.app.console.start.WorkspaceDoor.Reason;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.Progress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartViewModelTest {

    private static final Path HERE = Path.of("/workspace");
    private static final Path THERE = Path.of("/exported");
    private static final Path EXPORT = Path.of("/tmp/exported.zip");

    private final StubDoor door = new StubDoor();

    private StartViewModel model() {
        Work work = Work.direct(failure -> new Failure(Failure.Kind.UNEXPECTED, String.valueOf(failure.getMessage())));
        return new StartViewModel(work, door, _ -> {
            throw new AssertionError("nothing is opened here");
        });
    }

    @Test
    void whereThereIsNoWorkspaceItOffersToMakeOne() {
        assertThat(model().state().get()).isEqualTo(new StartState.Creating(HERE, Optional.empty(), false, ""));
    }

    @Test
    void whereThereIsOneItAsksForTheKey() {
        door.holds = true;

        assertThat(model().state().get()).isEqualTo(new StartState.Locked(HERE, false, ""));
    }

    @Test
    void aWrongKeyAsksAgainAndSaysWhy() {
        door.holds = true;
        door.answer = new Answer.WrongKey();
        StartViewModel model = model();

        model.open(HERE, new WorkspaceDoor.Key.Passphrase(Secret.of("wrong")));

        assertThat(model.state().get())
                .isInstanceOfSatisfying(
                        StartState.Locked.class,
                        locked -> assertThat(locked.complaint()).contains("does not open"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void whatCannotBeOpenedSaysWhyAndIsNeverReplaced(Reason reason) {
        door.holds = true;
        door.answer = new Answer.Closed(reason, "because");
        StartViewModel model = model();

        model.open(HERE, new WorkspaceDoor.Key.Keychain());

        assertThat(model.state().get()).isEqualTo(new StartState.Closed(HERE, reason, "because"));
        assertThat(door.created).isFalse();
    }

    @Test
    void thePassphraseIsWipedAfterTheTry() {
        door.answer = new Answer.WrongKey();
        Secret passphrase = Secret.of("correct horse battery");

        model().open(HERE, new WorkspaceDoor.Key.Passphrase(passphrase));

        assertThat(passphrase.toString()).isEqualTo("••••");
        assertThat(isWiped(passphrase)).isTrue();
    }

    @Test
    void aPassphraseIsLongAndTypedTwiceAlike() {
        assertThat(StartViewModel.complaint("short", "short")).contains("15");
        assertThat(StartViewModel.complaint("correct horse battery", "correct horse"))
                .contains("differ");
        assertThat(StartViewModel.complaint("correct horse battery", "correct horse battery"))
                .isEmpty();
    }

    @Test
    void anExportIsOfferedAFolderOfItsOwn() {
        StartViewModel model = model();

        model.chooseExport(EXPORT);

        assertThat(model.state().get()).isEqualTo(new StartState.Creating(THERE, Optional.of(EXPORT), false, ""));
    }

    @Test
    void whatIsNoExportIsSaidOnTheFormItWasChosenOn() {
        door.exportFails = true;
        StartViewModel model = model();
        model.chooseExport(EXPORT);

        model.create(THERE, Optional.of(EXPORT), new WorkspaceDoor.Key.Keychain());

        assertThat(model.state().get())
                .isEqualTo(new StartState.Creating(THERE, Optional.of(EXPORT), false, "it is a holiday picture"));
        assertThat(door.created).isFalse();
    }

    private static boolean isWiped(Secret secret) {
        try {
            secret.reveal();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static final class StubDoor implements WorkspaceDoor {

        private boolean holds;
        private boolean created;
        private boolean exportFails;
        private Answer answer = new Answer.WrongKey();

        @Override
        public Path location() {
            return HERE;
        }

        @Override
        public boolean holdsWorkspace(Path location) {
            return holds;
        }

        @Override
        public boolean hasKeychain() {
            return false;
        }

        @Override
        public boolean opensByKeychain(Path location) {
            return false;
        }

        @Override
        public Answer open(Path location, WorkspaceDoor.Key key) {
            return answer;
        }

        @Override
        public Answer create(Path location, Key key, Progress progress) {
            created = true;
            return answer;
        }

        @Override
        public Answer createFrom(Path export, Path location, Key key) {
            if (exportFails) {
                throw new Refused("it is a holiday picture");
            }
            return answer;
        }

        @Override
        public Path locationFor(Path export) {
            return THERE;
        }
    }
}
