package dev.curfew.model.kind;

import dev.curfew.model.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a connection takes besides address and credentials. Never a secret: settings are listed and exported.
///
/// Its words are `setting.<name>` (what it is called), `setting.<name>.about` (a sentence), and
/// `setting.<name>.example`
/// where there is one.
///
/// @param name as in `Connection.settings`
/// @param option as it is typed on the command line, after two dashes
/// @param usual what it is where nobody gives it; empty: it is left out
/// @param allowed the values of a choice
/// @param words where its words are
public record Setting(
        String name,
        String option,
        SettingForm form,
        boolean required,
        String usual,
        List<String> allowed,
        Messages words) {
    private static final Pattern NAMES = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Setting {
        allowed = List.copyOf(allowed);
        require(NAMES.matcher(name).matches() && NAMES.matcher(option).matches(), name, "is no name");
        require(allowed.isEmpty() != (form == SettingForm.CHOICE), name, "is a choice, or has nothing to choose from");
        require(
                usual.isEmpty() || allowed.isEmpty() || allowed.contains(usual),
                name,
                "is usually what is not allowed");
        require(!required || (usual.isEmpty() && form != SettingForm.FLAG), name, "is required, and yet not");
        require(words.has("setting." + name) && words.has("setting." + name + ".about"), name, "has no words");
    }

    private static void require(boolean held, String name, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException("the setting " + name + " " + otherwise);
        }
    }

    public static Setting text(String name, Messages words) {
        return new Setting(name, name, SettingForm.TEXT, false, "", List.of(), words);
    }

    public static Setting address(String name, Messages words) {
        return new Setting(name, name, SettingForm.ADDRESS, false, "", List.of(), words);
    }

    public static Setting flag(String name, Messages words) {
        return new Setting(name, name, SettingForm.FLAG, false, "", List.of(), words);
    }

    public static Setting choice(String name, List<String> allowed, Messages words) {
        return new Setting(name, name, SettingForm.CHOICE, false, "", allowed, words);
    }

    public static Setting certificates(String name, Messages words) {
        return new Setting(name, name, SettingForm.CERTIFICATES, false, "", List.of(), words);
    }

    /// The same, typed otherwise.
    public Setting typedAs(String word) {
        return new Setting(name, word, form, required, usual, allowed, words);
    }

    /// The same, with a value where nobody gives one.
    public Setting usually(String value) {
        return new Setting(name, option, form, required, value, allowed, words);
    }

    /// The same, and nobody connects without.
    public Setting needed() {
        return new Setting(name, option, form, true, usual, allowed, words);
    }

    /// What it is called.
    public String called() {
        return words.text("setting." + name);
    }

    public String about() {
        return words.text("setting." + name + ".about");
    }

    /// Empty where there is none.
    public String example() {
        String key = "setting." + name + ".example";
        return words.has(key) ? words.text(key) : "";
    }

    /// Whether a value is of the setting's form. What certificates hold is looked at by whoever trusts them.
    public boolean takes(String value) {
        return switch (form) {
            case TEXT -> !value.isBlank();
            case CHOICE -> allowed.contains(value);
            case FLAG -> value.equals("true");
            case ADDRESS -> isAddress(value);
            case CERTIFICATES -> value.toUpperCase(Locale.ROOT).contains("BEGIN CERTIFICATE");
        };
    }

    private static boolean isAddress(String value) {
        try {
            URI address = new URI(value);
            return address.getScheme() != null && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
