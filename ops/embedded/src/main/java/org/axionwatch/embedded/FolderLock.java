package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_UNUSABLE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file one holder has, among all processes of the machine and all threads of this one; the system drops it when the process dies. */
final class FolderLock implements AutoCloseable {
    // POSIX drops a process's lock when the process closes any handle of the file: a second attempt here must not open
    // it. The map also keeps the channels, which would be closed when collected as garbage.
    private static final Map<Path, FolderLock> HELD_HERE = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Null where the file is held already. */
    static @Nullable FolderLock tryAcquire(Path file) {
        synchronized (HELD_HERE) {
            if (HELD_HERE.containsKey(file)) {
                return null;
            }
            FolderLock lock = lock(file);
            if (lock != null) {
                HELD_HERE.put(file, lock);
            }
            return lock;
        }
    }

    private static @Nullable FolderLock lock(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return new FolderLock(file, channel);
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new EmbeddedException(FOLDER_UNUSABLE, "Lock file " + file + " cannot be written: " + e, e);
        }
    }

    @Override
    public void close() {
        synchronized (HELD_HERE) {
            HELD_HERE.remove(file, this);
            try {
                channel.close();
            } catch (IOException e) {
                throw new EmbeddedException(FOLDER_UNUSABLE, "Lock file " + file + " cannot be released: " + e, e);
            }
        }
    }
}
