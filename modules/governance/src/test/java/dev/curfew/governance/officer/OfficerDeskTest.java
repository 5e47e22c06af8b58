package dev.curfew.governance.officer;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.Town;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.governance.Officer;
import dev.curfew.testbed.memory.CrashException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerDeskTest {
    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    @Test
    void anAddedOfficerIsListedAndInTheLedgerWithTheDevice() {
        Officer cy = town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
        assertThat(town.officers.list()).extracting(Officer::name).containsExactly("ada", "bo", "cy");
        assertThat(town.ledger().getLast().event().type()).isEqualTo("officer.added");
        assertThat(town.ledger().getLast().event().details())
                .isEqualTo(Map.of(
                        "officer", "cy",
                        "displayName", "Cy",
                        "publicKey", cy.publicKey(),
                        "device", "0".repeat(32),
                        "host", "desk-1"));
    }

    @Test
    void aTakenNameIsRefusedAndItsKeyStays() {
        assertRefused(town.officers.add("ada", "Another", Town.passphrase("x")), Refusal.NAME_TAKEN);
        assertThat(town.key("ada").officer()).isEqualTo("ada");
    }

    @Test
    void anOfficerWhoCouldNotBeEnteredLeavesNoKey() {
        town.unitOfWork.crashBefore(1);
        assertThatThrownBy(() -> town.officers.add("cy", "Cy", Town.passphrase("cy")))
                .isInstanceOf(CrashException.class);
        assertThat(town.keys.has("cy")).isFalse();
    }

    @Test
    void aPublicKeySwappedInTheRowIsNotBelieved() {
        town.unitOfWork.run(transaction -> {
            Officer bo = transaction.officers().find("bo").orElseThrow();
            Officer ada = transaction.officers().find("ada").orElseThrow();
            transaction.officers().save(new Officer("bo", "Bo", ada.publicKey(), bo.addedAt()));
            return true;
        });
        assertRefused(
                town.unitOfWork.run(transaction -> town.office.roster().find(transaction, "bo")),
                Refusal.ROSTER_CHANGED);
    }

    @Test
    void aDeviceKeepsItsIdFromOneStartToTheNext() throws IOException {
        Path file = directory.resolve("config/device");
        Device first = Device.at(file, "desk-1", new SecureRandom());
        assertThat(Device.at(file, "desk-1", new SecureRandom())).isEqualTo(first);
    }

    @Test
    void aDeviceFileThatHoldsSomethingElseIsNotReplaced() throws IOException {
        Path file = Files.writeString(directory.resolve("device"), "something else");
        assertThatThrownBy(() -> Device.at(file, "desk-1", new SecureRandom())).isInstanceOf(IOException.class);
        assertThat(file).hasContent("something else");
    }
}
