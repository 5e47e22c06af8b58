package dev.curfew.connector.folder.secret;

/// Something that looks like a credential, or names one, where it stands in a text. It keeps nothing of the text.
///
/// @param form the id of its published form, or [#BY_NAME]
/// @param secret whether it is a secret; otherwise it names a credential
/// @param name what it is assigned to; empty where nothing says
/// @param line counted from 1
/// @param end exclusive
public record Hit(String form, boolean secret, String name, int line, int start, int end) {
    /// Nothing but the name it is assigned to says that it is a credential.
    public static final String BY_NAME = "by-name";

    public boolean isByName() {
        return form.equals(BY_NAME);
    }
}
