package dev.curfew.model.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words a package says to people, from the `messages.properties` beside its classes. Patterns are
/// `MessageFormat`'s: an apostrophe is doubled.
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// The bundle of the package that the class is in.
    ///
    /// @throws java.util.MissingResourceException if that package has none
    public static Messages of(Class<?> owner) {
        String name = owner.getPackageName() + ".messages";
        return new Messages(ResourceBundle.getBundle(name, Locale.getDefault(), owner.getClassLoader()));
    }

    /// @throws java.util.MissingResourceException for an unknown key
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
