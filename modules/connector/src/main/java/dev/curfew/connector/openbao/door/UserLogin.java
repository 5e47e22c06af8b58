package dev.curfew.connector.openbao.door;

import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoUser;
import dev.curfew.connector.password.NewPassword;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A user of a userpass login, as one line: `<mount>/<user>:<password>`.
///
/// @param mount without slashes at its ends
record UserLogin(String mount, String user, String password) {
    private static final Messages MESSAGES = Messages.of(UserLogin.class);
    private static final Pattern LINE = Pattern.compile("([^:\\s]+)/([^/:\\s]+):(\\S+)");

    /// @throws SourceException if it is no such line; the message does not repeat it
    static UserLogin of(Secret credential) {
        Matcher line = credential.use(characters -> LINE.matcher(new String(characters)));
        if (!line.matches()) {
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("credential.shape"));
        }
        return new UserLogin(line.group(1), line.group(2), line.group(3));
    }

    UserLogin renewed() {
        try (Secret fresh = NewPassword.make()) {
            return new UserLogin(mount, user, fresh.reveal());
        }
    }

    /// As the estate has such a user.
    String account() {
        return new BaoUser(mount, user).nativeId();
    }

    Secret text() {
        return Secret.of(mount + "/" + user + ":" + password);
    }

    String loginPath() {
        return "auth/" + BaoPath.encode(mount) + "/login/" + BaoPath.encode(user);
    }

    String passwordPath() {
        return "auth/" + BaoPath.encode(mount) + "/users/" + BaoPath.encode(user) + "/password";
    }

    /// Without the password.
    @Override
    public String toString() {
        return account();
    }
}
