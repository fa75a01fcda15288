package org.axionwatch.streams.step;

import org.axionwatch.streams.step.BadRecordException.Reason;

/** Store keys of the members of a group, so that one prefix scan finds all members of one group and no others. */
public final class MemberKey {

    private static final char SEPARATOR = '\u0000';

    private MemberKey() {}

    /**
     * Key of one member.
     *
     * @throws BadRecordException INVALID_VALUE where a name holds the separator U+0000 or is empty
     */
    public static String of(String group, String member) {
        requireName(group);
        requireName(member);
        return group + SEPARATOR + member;
    }

    /** Prefix that the keys of a group's members share. */
    public static String prefix(String group) {
        return group + SEPARATOR;
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.indexOf(SEPARATOR) >= 0) {
            throw new BadRecordException(Reason.INVALID_VALUE, "unusable name \"" + name + "\"");
        }
    }
}
