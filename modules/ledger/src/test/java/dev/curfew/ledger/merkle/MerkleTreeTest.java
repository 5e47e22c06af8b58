package dev.curfew.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /// The eight leaves and their roots that the Certificate Transparency implementations share as reference data.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreTheReferenceData() {
        Frontier frontier = Frontier.EMPTY;
        List<String> roots = new ArrayList<>();
        for (String leaf : LEAVES) {
            frontier = frontier.append(TreeHash.leaf(HexFormat.of().parseHex(leaf)));
            roots.add(HexFormat.of().formatHex(frontier.root()));
        }
        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(Frontier.EMPTY.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aFrontierSurvivesItsEncoding() {
        Frontier frontier = Frontier.EMPTY;
        for (byte[] leaf : leaves(100)) {
            frontier = Frontier.of(frontier.size(), frontier.encoded()).append(leaf);
        }
        assertThat(frontier.root()).isEqualTo(MerkleProofs.root(leaves(100)));
    }

    @Test
    void everyLeafIsIncludedInEveryTreeUpTo70() {
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = leaves(size);
            byte[] root = MerkleProofs.root(leaves);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = MerkleProofs.inclusion(index, leaves);
                assertThat(MerkleProofs.includes(index, size, leaves.get(index), path, root))
                        .as("leaf %d of %d", index, size)
                        .isTrue();
            }
        }
    }

    @Test
    void aFlippedBitAnywhereBreaksInclusion() {
        Random random = new Random(7);
        List<byte[]> leaves = leaves(37);
        byte[] root = MerkleProofs.root(leaves);
        for (int round = 0; round < 500; round++) {
            int index = random.nextInt(37);
            List<byte[]> path = new ArrayList<>(MerkleProofs.inclusion(index, leaves));
            int hop = random.nextInt(path.size());
            byte[] changed = path.get(hop).clone();
            changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            path.set(hop, changed);
            assertThat(MerkleProofs.includes(index, 37, leaves.get(index), path, root))
                    .isFalse();
        }
    }

    @Test
    void aPathForAnotherIndexOrSizeIsRefused() {
        List<byte[]> leaves = leaves(11);
        byte[] root = MerkleProofs.root(leaves);
        List<byte[]> path = MerkleProofs.inclusion(4, leaves);
        assertThat(MerkleProofs.includes(5, 11, leaves.get(4), path, root)).isFalse();
        assertThat(MerkleProofs.includes(4, 3, leaves.get(4), path, root)).isFalse();
        assertThat(MerkleProofs.includes(4, 11, leaves.get(4), path.subList(1, path.size()), root))
                .isFalse();
    }

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }
}
