package dev.curfew.governance.breakglass.drill;

import static dev.curfew.governance.breakglass.drill.DrillSheet.MESSAGES;

import dev.curfew.governance.breakglass.SealBook;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.Envelope;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.Opening;
import dev.curfew.model.breakglass.EmergencyDoor;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.ProbeOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Opens the envelope: the one that the ledger knows, and no other.
final class SealStage {
    private final EmergencyDoor door;
    private final Custody custody;
    private final EnvelopeFiles files;
    private final SealBook book;

    SealStage(EmergencyDoor door, Custody custody, EnvelopeFiles files, SealBook book) {
        this.door = door;
        this.custody = custody;
        this.files = files;
        this.book = book;
    }

    /// @param envelope that was opened, which the next one's number exceeds
    record Contents(Envelope envelope, Secret credential) {}

    /// Empty if it does not open; the sheet says why.
    Optional<Contents> open(DrillOrder order, DrillSheet sheet) throws InterruptedException {
        sheet.begin(Stage.SEAL);
        try {
            Optional<Envelope> current = settled(order);
            if (current.isEmpty()) {
                fail(sheet, "seal.missing", files.file(order.path().name()).toString());
                return Optional.empty();
            }
            return isKnown(current.get(), order, sheet) ? opened(current.get(), order, sheet) : Optional.empty();
        } catch (CustodyException e) {
            sheet.failed(Stage.SEAL, String.valueOf(e.getMessage()), MESSAGES.text("seal.copy"));
            return Optional.empty();
        }
    }

    private boolean isKnown(Envelope envelope, DrillOrder order, DrillSheet sheet) {
        String path = order.path().name();
        if (book.sealed(path).filter(envelope.hash()::equals).isPresent()) {
            return true;
        }
        if (book.sealing(path).filter(envelope.hash()::equals).isPresent()) {
            // It was put in its place, and the machine stopped before that was entered.
            book.enterSealed(envelope, order.officer());
            return true;
        }
        fail(sheet, "seal.stranger", String.valueOf(envelope.number()));
        return false;
    }

    private Optional<Contents> opened(Envelope envelope, DrillOrder order, DrillSheet sheet) {
        return switch (custody.open(envelope, order.keys())) {
            case Opening.Opened(Secret credential, List<String> lost) -> {
                told(envelope, all(lost, order), sheet);
                yield Optional.of(new Contents(envelope, credential));
            }
            case Opening.TooFew(int shares, int threshold, List<String> lost) -> {
                List<String> all = all(lost, order);
                String names = all.isEmpty() ? "" : MESSAGES.text("seal.lost.names", String.join(", ", all));
                fail(sheet, "seal.too-few", String.valueOf(shares), String.valueOf(threshold), names);
                yield Optional.empty();
            }
            case Opening.Broken _ -> {
                fail(sheet, "seal.broken", String.valueOf(envelope.number()));
                yield Optional.empty();
            }
        };
    }

    private static List<String> all(List<String> lost, DrillOrder order) {
        return Stream.concat(lost.stream(), order.keyless().stream()).toList();
    }

    private static void told(Envelope envelope, List<String> lost, DrillSheet sheet) {
        Duration took = sheet.sinceStart();
        String number = String.valueOf(envelope.number());
        if (lost.isEmpty()) {
            sheet.passed(
                    Stage.SEAL,
                    took,
                    MESSAGES.text(
                            "seal.intact",
                            number,
                            envelope.threshold(),
                            envelope.shares().size()));
        } else {
            sheet.care(
                    Stage.SEAL,
                    took,
                    MESSAGES.text("seal.lost", number, String.join(", ", lost)),
                    MESSAGES.text("seal.lost.next"));
        }
    }

    /// The envelope that is good: where replacing was cut off, the source says which of the two.
    private Optional<Envelope> settled(DrillOrder order) throws InterruptedException {
        String path = order.path().name();
        Optional<Envelope> next = files.next(path);
        if (next.isEmpty()) {
            return files.current(path);
        }
        if (book.sealing(path).filter(next.get().hash()::equals).isEmpty()) {
            // Nobody entered it, so the source was never told of it.
            files.dropNext(path);
            return files.current(path);
        }
        if (custody.open(next.get(), order.keys()) instanceof Opening.Opened(Secret credential, var _)) {
            try (credential) {
                settle(path, door.attempt(credential));
            } catch (SourceException _) {
                // Both are kept: the activation says that the source does not answer.
            }
        }
        return files.current(path);
    }

    private void settle(String path, ProbeOutcome next) {
        if (next instanceof ProbeOutcome.Accepted) {
            files.promote(path);
        } else if (Refusals.saysGone(next)) {
            files.dropNext(path);
        }
    }

    private static void fail(DrillSheet sheet, String key, Object... arguments) {
        sheet.failed(Stage.SEAL, MESSAGES.text(key, arguments), MESSAGES.text(key + ".next"));
    }
}
