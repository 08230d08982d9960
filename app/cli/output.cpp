#include "app/cli/output.h"

#include "app/export/harmlesstext.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace tokenledger::cli {

void Output::line(const QString& text) { exact(harmless(text).toUtf8() + '\n'); }

void Output::exact(const QByteArray& bytes) {
    if (!m_trouble.isEmpty()) return;
    const auto size = static_cast<std::size_t>(bytes.size());
    const bool written = std::fwrite(bytes.constData(), 1, size, m_file) == size && std::fflush(m_file) == 0;
    if (!written) m_trouble = qt_error_string(errno);
}

void keepStandardStreamsApart() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1 || errno != EBADF) continue;
        // The lowest free number is this one. Opened the wrong way round, so that using it is an error.
        [[maybe_unused]] const int taken = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

}  // namespace tokenledger::cli
