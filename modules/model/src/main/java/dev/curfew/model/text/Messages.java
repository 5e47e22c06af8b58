package dev.curfew.model.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The words a package says to people, from the `messages.properties` beside its classes. Patterns are
/// `MessageFormat`'s: an apostrophe is doubled.
public final class Messages {
    private final ResourceBundle bundle;
    private final Class<?> owner;

    /// Those without arguments, once made: a reading says the same of each of many things.
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    private Messages(ResourceBundle bundle, Class<?> owner) {
        this.bundle = bundle;
        this.owner = owner;
    }

    /// The bundle of the package that the class is in.
    ///
    /// @throws java.util.MissingResourceException if that package has none
    public static Messages of(Class<?> owner) {
        String name = owner.getPackageName() + ".messages";
        return new Messages(ResourceBundle.getBundle(name, Locale.getDefault(), owner.getClassLoader()), owner);
    }

    /// @throws java.util.MissingResourceException for an unknown key
    public String text(String key, Object... arguments) {
        return arguments.length == 0 ? plain.computeIfAbsent(key, it -> format(it, arguments)) : format(key, arguments);
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// A whole text that is kept in a file of its own beside the bundle.
    ///
    /// @throws IllegalArgumentException if there is no such file
    public String file(String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("nothing called " + name + " is beside " + owner);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
