#include "app/export/xlsxcheck.h"

#include <QtEndian>

#include <optional>
#include <zlib.h>

namespace tokenledger {

namespace {

// Of the ZIP format (APPNOTE.TXT 4.3): what is read of a file's entry in the central directory and of its local header.
constexpr qsizetype EndSize = 22;
constexpr qsizetype CentralSize = 46;
constexpr qsizetype LocalSize = 30;

quint16 word(const QByteArray& zip, qsizetype at) { return qFromLittleEndian<quint16>(zip.constData() + at); }
quint32 doubleWord(const QByteArray& zip, qsizetype at) { return qFromLittleEndian<quint32>(zip.constData() + at); }

/// The deflated bytes of a file in the archive; nothing when it is not there.
std::optional<QByteArrayView> entryOf(const QByteArray& zip, const QByteArray& name) {
    const qsizetype end = zip.lastIndexOf("PK\x05\x06");
    if (end < 0 || zip.size() < end + EndSize) return std::nullopt;
    qsizetype at = doubleWord(zip, end + 16);
    for (int left = word(zip, end + 10); left > 0 && at + CentralSize <= end; --left) {
        const qsizetype nameSize = word(zip, at + 28);
        if (zip.mid(at + CentralSize, nameSize) == name) {
            const qsizetype local = doubleWord(zip, at + 42);
            if (local + LocalSize > end) return std::nullopt;
            const qsizetype begin = local + LocalSize + word(zip, local + 26) + word(zip, local + 28);
            const qsizetype size = doubleWord(zip, at + 20);
            if (begin + size > end) return std::nullopt;
            return QByteArrayView(zip.constData() + begin, size);
        }
        at += CentralSize + nameSize + word(zip, at + 30) + word(zip, at + 32);
    }
    return std::nullopt;
}

/// Follows a sheet's XML as it is inflated: where its rows begin and end, and how it ends.
class SheetScan {
public:
    void take(QByteArrayView bytes) {
        // A mark may lie across two pieces: the end of the last one is looked at again.
        const QByteArray piece = m_tail + bytes.toByteArray();
        const std::int64_t start = m_length - m_tail.size();
        if (m_first < 0) m_first = found(piece, "<sheetData>", start, false);
        if (const std::int64_t last = found(piece, "</sheetData>", start, true); last >= 0) m_last = last;
        m_length += bytes.size();
        m_tail = piece.right(TailSize);
    }
    [[nodiscard]] bool isWhole(std::int64_t rowBytes) const {
        if (!m_tail.endsWith("</worksheet>")) return false;
        constexpr std::int64_t MarkSize = 11;           // <sheetData>
        if (rowBytes == 0 && m_first < 0) return true;  // <sheetData/>
        return rowBytes < 0 || (m_first >= 0 && m_last - m_first - MarkSize == rowBytes);
    }

private:
    static constexpr qsizetype TailSize = 32;
    static std::int64_t found(const QByteArray& piece, const char* mark, std::int64_t start, bool last) {
        const qsizetype at = last ? piece.lastIndexOf(mark) : piece.indexOf(mark);
        return at < 0 ? -1 : start + at;
    }

    QByteArray m_tail;
    std::int64_t m_length = 0;
    std::int64_t m_first = -1;
    std::int64_t m_last = -1;
};

bool inflateInto(QByteArrayView deflated, SheetScan& scan) {
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    QByteArray room(1 << 18, Qt::Uninitialized);
    // zlib does not write there, but its type says so.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
    stream.avail_in = static_cast<uInt>(deflated.size());
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(room.data());
        stream.avail_out = static_cast<uInt>(room.size());
        state = inflate(&stream, Z_NO_FLUSH);
        scan.take(QByteArrayView(room.constData(), room.size() - static_cast<qsizetype>(stream.avail_out)));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END;
}

}  // namespace

bool holdsWholeSheets(const QByteArray& xlsx, const std::vector<std::int64_t>& rowBytes) {
    for (std::size_t i = 0; i < rowBytes.size(); ++i) {
        const auto entry =
            entryOf(xlsx, "xl/worksheets/sheet" + QByteArray::number(static_cast<qulonglong>(i + 1)) + ".xml");
        SheetScan scan;
        if (!entry || !inflateInto(*entry, scan) || !scan.isWhole(rowBytes[i])) return false;
    }
    return true;
}

}  // namespace tokenledger
