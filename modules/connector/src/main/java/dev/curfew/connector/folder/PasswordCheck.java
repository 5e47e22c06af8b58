package dev.curfew.connector.folder;

import dev.curfew.connector.folder.x509.BinaryFile;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// Tries passwords on the keystores of a folder.
final class PasswordCheck implements SelfCheck {
    private static final Messages MESSAGES = Messages.of(PasswordCheck.class);

    private final Connection connection;
    private int keystores;
    private int opened;

    PasswordCheck(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        keystores = 0;
        opened = 0;
        try (Passwords passwords = Passwords.of(credential)) {
            FolderRoot.walk(connection, Progress.SILENT, document -> {
                if (BinaryFile.keystore(document.bytes()).isPresent()) {
                    keystores++;
                    BinaryFile.read(document.path(), document.bytes(), passwords.each())
                            .filter(found -> found.problems().isEmpty())
                            .ifPresent(_ -> opened++);
                }
            });
        } catch (SourceException e) {
            return new Standing.Unclear(String.valueOf(e.getMessage()));
        }
        String words = MESSAGES.text("opened", opened, keystores);
        return opened == 0 && keystores > 0
                ? new Standing.Refused(words)
                : new Standing.Works(words, new Expiry.Never());
    }
}
