package org.axionwatch.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal: columns as wide as their widest cell, numbers to the right. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> headings) {
        rows.add(List.copyOf(headings));
    }

    public TextTable add(Object... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells under " + rows.get(0).size() + " headings");
        }
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        String cells = IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column]))
                .collect(Collectors.joining("  "));
        return cells.stripTrailing() + System.lineSeparator();
    }

    private static String padded(String cell, int width) {
        String padding = " ".repeat(width - cell.length());
        return cell.matches("-?[\\d,]+(\\.\\d+)?") ? padding + cell : cell + padding;
    }
}
