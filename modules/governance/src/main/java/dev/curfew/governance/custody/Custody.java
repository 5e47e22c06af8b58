package dev.curfew.governance.custody;

import dev.curfew.governance.custody.CustodyException.Kind;
import dev.curfew.governance.custody.share.Aead;
import dev.curfew.governance.custody.share.Shamir;
import dev.curfew.governance.custody.share.Share;
import dev.curfew.governance.custody.share.ShareSeal;
import dev.curfew.model.connection.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;

/// Seals credentials, and opens them with so many of their holders. Each sealing has a new key and new shares.
public final class Custody {
    private static final int KEY_BYTES = 32;

    private final SecureRandom random;

    public Custody(SecureRandom random) {
        this.random = random;
    }

    /// What is to be sealed, and for whom.
    ///
    /// @param label as in [Envelope]
    public record Order(String path, int number, Instant at, int threshold, String label, List<Holder> holders) {
        public Order {
            holders = List.copyOf(holders);
        }
    }

    /// @param credential neither kept nor closed here
    /// @throws CustodyException kind KEY_DAMAGED if a holder's public key is none
    public Envelope seal(Order order, Secret credential) {
        byte[] head = Envelope.head(
                order.path(), order.number(), order.at(), order.threshold(), order.label(), order.holders());
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] clear = credential.use(Custody::utf8);
        try {
            String sealed = base64(Aead.seal(new SecretKeySpec(key, "AES"), clear, head, random));
            return new Envelope(
                    order.path(),
                    order.number(),
                    order.at(),
                    order.threshold(),
                    order.label(),
                    shares(order, key, head),
                    sealed);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(clear, (byte) 0);
        }
    }

    private List<Envelope.SealedShare> shares(Order order, byte[] key, byte[] head) {
        List<Share> shares =
                Shamir.split(key, order.threshold(), order.holders().size(), random);
        List<Envelope.SealedShare> sealed = new ArrayList<>();
        for (Share share : shares) {
            Holder holder = order.holders().get(share.number() - 1);
            try (share) {
                sealed.add(new Envelope.SealedShare(
                        holder, base64(ShareSeal.seal(share, holder.publicKey(), head, random))));
            } catch (InvalidKeySpecException e) {
                throw new CustodyException(Kind.KEY_DAMAGED, holder.officer(), e);
            }
        }
        return sealed;
    }

    /// @param keys of holders; those of others open nothing, and one that is shown twice serves once
    public Opening open(Envelope envelope, List<HolderKey> keys) {
        return open(envelope, envelope, keys);
    }

    /// Whether the shares of another envelope open what is sealed in this one, as whoever kept them would try it.
    public boolean opensByOthers(Envelope envelope, Envelope other, List<HolderKey> keys) {
        if (open(envelope, other, keys) instanceof Opening.Opened(Secret credential, var _)) {
            credential.close();
            return true;
        }
        return false;
    }

    private static Opening open(Envelope envelope, Envelope sharesOf, List<HolderKey> keys) {
        byte[] head = sharesOf.head();
        List<Share> shares = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (HolderKey key : keys.stream()
                .collect(Collectors.toMap(HolderKey::holder, it -> it, (one, _) -> one, LinkedHashMap::new))
                .values()) {
            Optional<Share> share = share(sharesOf, key, head);
            share.ifPresentOrElse(shares::add, () -> lost.add(key.holder().officer()));
        }
        try {
            return shares.size() < sharesOf.threshold()
                    ? new Opening.TooFew(shares.size(), sharesOf.threshold(), List.copyOf(lost))
                    : joined(envelope, shares.subList(0, sharesOf.threshold()), lost);
        } finally {
            shares.forEach(Share::close);
        }
    }

    private static Opening joined(Envelope envelope, List<Share> shares, List<String> lost) {
        byte[] key = Shamir.join(shares);
        try {
            return bytes(envelope.sealed())
                    .flatMap(bytes -> Aead.open(new SecretKeySpec(key, "AES"), bytes, envelope.head()))
                    .<Opening>map(clear -> new Opening.Opened(Secret.ofFile(clear), List.copyOf(lost)))
                    .orElseGet(Opening.Broken::new);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Optional<Share> share(Envelope envelope, HolderKey key, byte[] head) {
        List<Envelope.SealedShare> all = envelope.shares();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).holder().equals(key.holder())) {
                int number = i + 1;
                return bytes(all.get(i).sealed()).flatMap(whole -> ShareSeal.open(whole, number, key.key(), head));
            }
        }
        return Optional.empty();
    }

    private static byte[] utf8(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.rewind();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            // The decoder drops the bits of the last letter that fill no byte, so that several texts are one to it.
            return base64(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
