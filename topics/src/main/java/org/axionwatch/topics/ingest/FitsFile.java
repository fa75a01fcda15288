package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * One FITS file.
 *
 * @param name name of the file, without folder
 * @param primary its first header
 * @param tables its binary tables in their order
 */
record FitsFile(String name, FitsKeywords primary, List<FitsTable> tables) {
    private static final long MAX_BYTES = 2L << 30;

    /** What is made of the tables while the file is open. */
    interface Contents<T> {
        T of(FitsFile file) throws FitsException;
    }

    /** @throws ArchiveFormatException with file, extension and reason where the file cannot be read whole */
    static <T> T read(Path path, Contents<T> contents) {
        String name = TextFile.name(path);
        try {
            long bytes = Files.size(path);
            if (bytes > MAX_BYTES) {
                throw new ArchiveFormatException(Reason.FILE_TOO_LARGE, name, "at most " + MAX_BYTES + " bytes");
            }
            try (Fits fits = new Fits(path.toFile())) {
                return contents.of(whole(fits, name, bytes));
            }
        } catch (FitsException | IOException e) {
            throw new ArchiveFormatException(
                    Files.isReadable(path) ? Reason.MALFORMED_FITS : Reason.NOT_READABLE, name, message(e), e);
        } catch (ArchiveFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            // nom-tam-fits answers some malformed headers and tables with unchecked exceptions.
            throw new ArchiveFormatException(Reason.MALFORMED_FITS, name, message(e), e);
        }
    }

    private static FitsFile whole(Fits fits, String name, long fileBytes) throws FitsException, IOException {
        FitsKeywords primary = null;
        List<FitsTable> tables = new ArrayList<>();
        for (BasicHDU<?> hdu = fits.readHDU(); hdu != null; hdu = fits.readHDU()) {
            String extension =
                    hdu.getHeader().getStringValue("EXTNAME", "primary").strip();
            String place = name + "[" + extension + "]";
            requireWhole(hdu, place, fileBytes);
            primary = primary == null ? new FitsKeywords(hdu.getHeader(), place) : primary;
            if (hdu instanceof BinaryTableHDU table) {
                tables.add(new FitsTable(table, place));
            }
        }
        if (primary == null) {
            throw new ArchiveFormatException(Reason.MISSING_HDU, name, "it is empty");
        }
        return new FitsFile(name, primary, tables);
    }

    private static void requireWhole(BasicHDU<?> hdu, String place, long fileBytes) {
        long end = hdu.getFileOffset()
                + hdu.getHeader().getSize()
                + hdu.getHeader().getDataSize();
        if (end > fileBytes) {
            throw new ArchiveFormatException(
                    Reason.TRUNCATED, place, "it ends at byte " + end + " of a file of " + fileBytes);
        }
    }

    Optional<FitsTable> first(Predicate<FitsTable> condition) {
        return tables.stream().filter(condition).findFirst();
    }

    /** First table of one of these extension names, else the first whose keyword HDUCLAS1 or HDUCLAS2 is the class. */
    FitsTable table(String hduClass, String... extensions) {
        List<String> names = List.of(extensions);
        return first(table -> names.contains(table.extension()))
                .or(() -> first(table -> table.isOfClass(hduClass)))
                .orElseThrow(() -> new ArchiveFormatException(
                        Reason.MISSING_HDU, name, "no binary table " + String.join(" or ", names)));
    }

    private static String message(Exception e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
