package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the archives among files and folders given by a person.
 *
 * <p>Files given one by one: a {@code .par} goes with the next {@code .tim} and the other way round, in the order
 * given. In a folder (not its subfolders) a {@code .tim} goes with the {@code .par} whose name shares the longest
 * beginning with it, at least four characters; {@code .tim} files without any are taken for INCLUDEs and left alone.
 * {@code .toa} and {@code .itoa} are read like {@code .tim}; in a folder that has the same name as {@code .tim} too, that one
 * stands for it. Folded profiles ({@code .rf}, {@code .cf}, {@code .ar}, {@code .ff}, PSRFITS fold mode) are read from folders:
 * each goes with the {@code .par} and the {@code .template} whose names share the longest beginning with it, at least four
 * characters. {@code .csv} is a residual table; {@code .fits} and {@code .evt} are event lists and need a source description, the
 * one given or a {@code .yaml} of the same name beside them.
 */
public final class ArchiveScanner {
    private static final int MIN_COMMON_PREFIX = 4;

    private final @Nullable Path description;

    /** @param description source description of the event lists, null to look beside each list */
    public ArchiveScanner(@Nullable Path description) {
        this.description = description;
    }

    /**
     * The archives in the order given, those of a folder by name.
     *
     * @throws ArchiveFormatException if a file cannot be read or belongs to no archive
     */
    public List<ArchiveItem> scan(List<Path> paths) {
        List<ArchiveItem> items = new ArrayList<>();
        List<Path> unpaired = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                items.addAll(folder(path));
            } else {
                file(path, unpaired).ifPresent(items::add);
            }
        }
        if (!unpaired.isEmpty()) {
            throw new ArchiveFormatException(
                    Reason.AMBIGUOUS_PAIR, TextFile.name(unpaired.get(0)), "give one .par for each .tim");
        }
        if (items.isEmpty()) {
            throw new ArchiveFormatException(Reason.NOTHING_FOUND, paths.toString(), "");
        }
        return items;
    }

    private Optional<ArchiveItem> file(Path path, List<Path> unpaired) {
        if (!Files.isRegularFile(path)) {
            throw new ArchiveFormatException(Reason.NOT_READABLE, path.toString(), "no such file");
        }
        if (!isPar(path) && !isTim(path)) {
            return Optional.of(single(path));
        }
        for (Path other : unpaired) {
            if (isPar(other) != isPar(path)) {
                unpaired.remove(other);
                return Optional.of(
                        isPar(path) ? new ArchiveItem.Pulsar(path, other) : new ArchiveItem.Pulsar(other, path));
            }
        }
        unpaired.add(path);
        return Optional.empty();
    }

    private ArchiveItem single(Path path) {
        if (isTable(path)) {
            return new ArchiveItem.Residuals(path);
        }
        if (isEvents(path) || isSpectrum(path)) {
            return new ArchiveItem.Events(path, descriptionOf(path));
        }
        if (isFolded(path)) {
            throw new ArchiveFormatException(
                    Reason.NOT_READABLE, TextFile.name(path), "give the folder that also holds its .par and .template");
        }
        throw new ArchiveFormatException(
                Reason.NOT_READABLE, TextFile.name(path), "neither .par, .tim, .toa, .itoa, .csv, .fits nor .evt");
    }

    private static Path beside(Path list) {
        return list.resolveSibling(stem(list) + ".yaml");
    }

    /** Backgrounds lie among the spectra of a folder; they have no description. */
    private static boolean isDescribed(Path spectrum) {
        return Files.isRegularFile(beside(spectrum));
    }

    private Path descriptionOf(Path list) {
        Path chosen = description == null ? beside(list) : description;
        if (!Files.isRegularFile(chosen)) {
            throw new ArchiveFormatException(
                    Reason.NOT_READABLE, TextFile.name(list), "no source description " + TextFile.name(chosen));
        }
        return chosen;
    }

    private List<ArchiveItem> folder(Path folder) {
        List<Path> files = list(folder);
        List<Path> pars = files.stream().filter(ArchiveScanner::isPar).toList();
        List<ArchiveItem> items = new ArrayList<>();
        for (Path file : files) {
            boolean isSecondForm = isOtherTim(file) && files.contains(file.resolveSibling(stem(file) + ".tim"));
            if (isTim(file) && !isSecondForm) {
                nearest(file, pars).ifPresent(par -> items.add(new ArchiveItem.Pulsar(par, file)));
            } else if (isTable(file) || isEvents(file) || (isSpectrum(file) && isDescribed(file))) {
                items.add(single(file));
            }
        }
        items.addAll(folded(files, pars));
        return items;
    }

    private static List<ArchiveItem> folded(List<Path> files, List<Path> pars) {
        List<Path> templates =
                files.stream().filter(file -> ends(file, ".template")).toList();
        Map<List<Path>, List<Path>> profiles = new LinkedHashMap<>();
        for (Path file : files) {
            if (isFolded(file)) {
                Path par = nearest(file, pars).orElseThrow(() -> lacking(file, ".par"));
                Path template = nearest(file, templates).orElseThrow(() -> lacking(file, ".template"));
                profiles.computeIfAbsent(List.of(par, template), key -> new ArrayList<>())
                        .add(file);
            }
        }
        List<ArchiveItem> items = new ArrayList<>();
        profiles.forEach((key, archives) -> items.add(new ArchiveItem.Folded(key.get(0), key.get(1), archives)));
        return items;
    }

    private static ArchiveFormatException lacking(Path file, String what) {
        return new ArchiveFormatException(
                Reason.NOT_READABLE, TextFile.name(file), "no " + what + " beside it begins with the same name");
    }

    private static Optional<Path> nearest(Path file, List<Path> candidates) {
        return candidates.stream()
                .max(Comparator.comparingInt((Path candidate) -> common(candidate, file))
                        .thenComparing(Comparator.<Path>naturalOrder().reversed()))
                .filter(candidate -> common(candidate, file) >= MIN_COMMON_PREFIX);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Path real = folder.toRealPath();
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                if (!file.toRealPath().startsWith(real)) {
                    throw new ArchiveFormatException(Reason.OUTSIDE_FOLDER, TextFile.name(file), "symbolic link");
                }
            }
            return sorted;
        } catch (IOException e) {
            throw new ArchiveFormatException(
                    Reason.NOT_READABLE, folder.toString(), e.getClass().getSimpleName(), e);
        }
    }

    private static int common(Path a, Path b) {
        String first = TextFile.name(a);
        String second = TextFile.name(b);
        int i = 0;
        while (i < Math.min(first.length(), second.length()) && first.charAt(i) == second.charAt(i)) {
            i++;
        }
        return i;
    }

    private static String stem(Path path) {
        String name = TextFile.name(path);
        int point = name.lastIndexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    private static boolean ends(Path path, String suffix) {
        return TextFile.name(path).toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private static boolean isPar(Path path) {
        return ends(path, ".par");
    }

    private static boolean isTim(Path path) {
        return ends(path, ".tim") || isOtherTim(path);
    }

    private static boolean isOtherTim(Path path) {
        return ends(path, ".toa") || ends(path, ".itoa");
    }

    private static boolean isTable(Path path) {
        return ends(path, ".csv") && !ends(path, ".mmat.csv") && !ends(path, ".resid.csv");
    }

    private static boolean isSpectrum(Path path) {
        return ends(path, ".pha") || ends(path, ".pi");
    }

    private static boolean isFolded(Path path) {
        return ends(path, ".rf") || ends(path, ".cf") || ends(path, ".ar") || ends(path, ".ff");
    }

    private static boolean isEvents(Path path) {
        return ends(path, ".fits") || ends(path, ".evt");
    }
}
