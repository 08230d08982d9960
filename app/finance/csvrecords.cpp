#include "app/finance/csvrecords.h"

#include "app/core/texts.h"

namespace tokenledger {

namespace {

tl::unexpected<Error> wrong(std::int64_t line, std::size_t column, const QString& what) {
    return failure(ErrorKind::Usage, tokenledger::tr("Line %1, column %2: %3").arg(line).arg(column).arg(what));
}

}  // namespace

Result<bool> CsvRecords::peek(std::string_view& line) {
    while (!m_hasPeeked) {
        const auto more = m_lines.next(m_peeked);
        if (!more || !*more) return more;
        m_hasPeeked = !m_peeked.empty();
    }
    line = m_peeked;
    return true;
}

Result<bool> CsvRecords::next(std::vector<std::string_view>& values) {
    values.clear();
    std::string_view first;
    const auto more = peek(first);
    if (!more || !*more) return more;
    m_hasPeeked = false;
    m_joined.clear();
    m_record = first;
    m_line = m_lines.number();
    if (auto done = split(values); !done) return failure(done.error());
    return true;
}

Result<void> CsvRecords::split(std::vector<std::string_view>& values) {
    m_spans.clear();
    m_unquoted.clear();
    std::size_t at = 0;
    for (;;) {
        const std::size_t column = m_spans.size() + 1;
        if (column > MaxColumns)
            return wrong(m_line, column, tokenledger::tr("There are more than 1,000 values in this line."));
        if (at < m_record.size() && m_record[at] == '"') {
            const std::size_t start = m_unquoted.size();
            if (auto taken = takeQuoted(at, column); !taken) return taken;
            m_spans.push_back({start, m_unquoted.size() - start, true});
        } else {
            const std::size_t end = std::min(m_record.find(m_separator, at), m_record.size());
            if (m_record.substr(at, end - at).find('"') != std::string_view::npos) {
                return wrong(m_line, column,
                             tokenledger::tr(
                                 "A quotation mark stands inside a value that does not begin with one. Put the whole "
                                 "value into quotation marks, and double those inside."));
            }
            m_spans.push_back({at, end - at, false});
            at = end;
        }
        if (at >= m_record.size()) break;
        ++at;  // the separator
    }
    for (const Span& span : m_spans) {
        values.push_back(span.unquoted ? std::string_view(m_unquoted).substr(span.start, span.size)
                                       : m_record.substr(span.start, span.size));
    }
    return {};
}

// From the opening quotation mark to the separator or the end; over several lines where the value has line breaks.
Result<void> CsvRecords::takeQuoted(std::size_t& at, std::size_t column) {
    ++at;
    for (;;) {
        const std::size_t quote = m_record.find('"', at);
        if (quote != std::string_view::npos) {
            m_unquoted += m_record.substr(at, quote - at);
            at = quote + 1;
            if (at < m_record.size() && m_record[at] == '"') {
                m_unquoted += '"';
                ++at;
                continue;
            }
            if (at < m_record.size() && m_record[at] != m_separator) {
                return wrong(m_line, column,
                             tokenledger::tr("Something follows the closing quotation mark of this value."));
            }
            return {};
        }
        // The record goes on in the next line. What was read so far is kept: the line is gone with the next call.
        m_unquoted += m_record.substr(at);
        m_unquoted += '\n';
        if (m_record.data() != m_joined.data()) m_joined.assign(m_record);
        m_joined += '\n';
        at = m_joined.size();
        std::string_view line;
        const auto more = m_lines.next(line);
        if (!more) return failure(more.error());
        if (!*more) {
            return wrong(m_line, column, tokenledger::tr("The quotation mark that opens this value is never closed."));
        }
        m_joined += line;
        m_record = m_joined;
        if (m_joined.size() > MaxLineBytes) {
            return wrong(
                m_line, column,
                tokenledger::tr("This value is longer than 16 MB: the quotation mark that opens it is never closed."));
        }
    }
}

}  // namespace tokenledger
