package dev.curfew.model.kind;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the address of a source is.
public sealed interface AddressForm {

    /// Where a server answers.
    ///
    /// @param secure the schemes by which nobody on the way can read a credential, the usual one first
    /// @param plain those by which somebody could: taken for this machine, and elsewhere only where `allowing` says so
    /// @param allowing the name of the setting that is `true` where they may be taken; empty where there are none
    record Server(List<String> secure, List<String> plain, String allowing) implements AddressForm {
        public Server {
            secure = List.copyOf(secure);
            plain = List.copyOf(plain);
            if (secure.isEmpty() || plain.isEmpty() != allowing.isEmpty()) {
                throw new IllegalArgumentException("a secure scheme, and a setting that allows what is none");
            }
        }

        /// What is wrong with an address of this form; empty: nothing.
        ///
        /// @param settings of the connection
        public Optional<AddressProblem> problem(URI address, Map<String, String> settings) {
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            String host = address.getHost();
            if (host == null || Stream.concat(secure.stream(), plain.stream()).noneMatch(scheme::equals)) {
                return Optional.of(AddressProblem.SHAPE);
            }
            if (address.getUserInfo() != null) {
                return Optional.of(AddressProblem.USER);
            }
            boolean allowed = Boolean.parseBoolean(settings.getOrDefault(allowing, "false"));
            return plain.contains(scheme) && !allowed && !Loopback.is(host)
                    ? Optional.of(AddressProblem.PLAIN)
                    : Optional.empty();
        }
    }

    /// A file on this machine.
    ///
    /// @param folders whether a folder is taken too
    record File(boolean folders) implements AddressForm {
        public File() {
            this(false);
        }
    }

    /// Nowhere: it is made up.
    record Nowhere() implements AddressForm {}
}
