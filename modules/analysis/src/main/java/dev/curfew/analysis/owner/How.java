package dev.curfew.analysis.owner;

import dev.curfew.model.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// By what an owner is known in a list, the surest first.
public enum How {
    EMAIL,
    USER,
    ALIAS,
    /// What stands before the `@` of an address, where the owner is called no more than that.
    LOCAL_PART,
    /// The full name alone: two people may share it.
    NAME,
    /// The owner is a team.
    TEAM;

    /// What a person goes by, in this way; in lower case.
    List<String> of(Person person) {
        Stream<String> names = switch (this) {
            case EMAIL -> person.emails().stream();
            case USER -> person.users().stream();
            case ALIAS -> person.aliases().stream();
            case LOCAL_PART -> person.emails().stream().map(How::localPart);
            case NAME -> Stream.of(person.name());
            case TEAM -> Stream.of(person.team());
        };
        return names.filter(name -> !name.isEmpty()).map(How::plain).toList();
    }

    private static String localPart(String email) {
        int at = email.indexOf('@');
        return at < 0 ? "" : email.substring(0, at);
    }

    /// As names are compared: `@ada` and `mailto:ada@example.org` are links.
    static String plain(String name) {
        String stripped = name.strip().toLowerCase(Locale.ROOT);
        if (stripped.startsWith("mailto:")) {
            return stripped.substring("mailto:".length());
        }
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }
}
