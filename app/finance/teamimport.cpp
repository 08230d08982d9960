#include "app/finance/teamimport.h"

#include "app/core/plaintext.h"
#include "app/core/texts.h"
#include "app/finance/csvrecords.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr std::array Columns = {"name", "cost_centre", "kind", "member", "from", "to"};
enum Column : std::size_t { Name, CostCentre, Kind, Member, From, To, ColumnCount };

class Reader {
public:
    Reader(QIODevice& file, const MemberIdOf& idOf) : m_lines(file), m_records(m_lines), m_idOf(idOf) {}

    [[nodiscard]] Result<std::vector<Team>> read() {
        if (auto begun = readHeader(); !begun) return failure(begun.error());
        for (;;) {
            const auto more = m_records.next(m_values);
            if (!more) return failure(more.error());
            if (!*more) break;
            if (auto done = readRow(); !done) return failure(done.error());
        }
        if (m_teams.empty())
            return failure(ErrorKind::Usage, tokenledger::tr("The file has a header, and no team below it."));
        return std::move(m_teams);
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(std::size_t place, const QString& what) const {
        return failure(ErrorKind::Usage,
                       tokenledger::tr("Line %1, column %2: %3").arg(m_records.line()).arg(place + 1).arg(what));
    }

    [[nodiscard]] Result<void> readHeader() {
        std::string_view header;
        const auto first = m_records.peek(header);
        if (!first) return failure(first.error());
        if (!*first) return failure(ErrorKind::Usage, tokenledger::tr("The file is empty."));
        for (const char separator : {';', '\t'}) {
            if (header.find(separator) != std::string_view::npos) m_records.setSeparator(separator);
        }
        const auto read = m_records.next(m_values);
        if (!read) return failure(read.error());
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const QString name = textAt(i).toLower();
            const auto known = std::find_if(Columns.begin(), Columns.end(),
                                            [&name](const char* column) { return name == QLatin1String(column); });
            if (known == Columns.end()) {
                return wrong(i, tokenledger::tr(
                                    "There is no column \"%1\". The columns are name, cost_centre, kind, member, from "
                                    "and to.")
                                    .arg(plainText(name)));
            }
            auto& place = m_places[static_cast<std::size_t>(known - Columns.begin())];
            if (place) return wrong(i, tokenledger::tr("The column \"%1\" is there twice.").arg(name));
            place = i;
        }
        for (const Column needed : {Name, Kind, Member}) {
            if (m_places[needed]) continue;
            return failure(ErrorKind::Usage, tokenledger::tr("Line %1: the column \"%2\" is missing.")
                                                 .arg(m_records.line())
                                                 .arg(QLatin1String(Columns[needed])));
        }
        m_width = m_values.size();
        return {};
    }

    [[nodiscard]] QString textAt(std::size_t place) const {
        const std::string_view value = m_values[place];
        return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).trimmed();
    }
    [[nodiscard]] QString text(Column column) const { return m_places[column] ? textAt(*m_places[column]) : QString(); }

    [[nodiscard]] Result<std::optional<UtcDay>> day(Column column) const {
        const QString value = text(column);
        if (value.isEmpty()) return std::optional<UtcDay>();
        if (const auto read = UtcDay::fromIso(value)) return read;
        return wrong(*m_places[column], tokenledger::tr("\"%1\" is no day as in 2026-11-20.").arg(plainText(value)));
    }

    [[nodiscard]] Result<void> readRow() {
        if (m_values.size() != m_width) {
            return wrong(std::min(m_values.size(), m_width),
                         tokenledger::tr("There are %1 values, and %2 columns.").arg(m_values.size()).arg(m_width));
        }
        if (text(Name).isEmpty()) return wrong(*m_places[Name], tokenledger::tr("The team has no name."));
        Team* team = nullptr;
        if (auto found = teamOfRow(); found) {
            team = *found;
        } else {
            return failure(found.error());
        }
        if (text(Kind).isEmpty() && text(Member).isEmpty()) return {};
        const auto kind = memberKindFromName(text(Kind));
        if (!kind) {
            return wrong(*m_places[Kind],
                         tokenledger::tr("\"%1\" is no kind of member; there are key, person and workspace.")
                             .arg(plainText(text(Kind))));
        }
        const auto id = m_idOf(*kind, text(Member));
        if (!id) return wrong(*m_places[Member], id.error().message);
        const auto from = day(From);
        if (!from) return failure(from.error());
        const auto to = day(To);
        if (!to) return failure(to.error());
        if (*from && *to && **to < **from) {
            return wrong(*m_places[To], tokenledger::tr("The membership ends before it begins."));
        }
        team->members.push_back({*kind, *id, *from, *to});
        return {};
    }

    /// The team that the row names; its cost centre is the same in all its rows, or left out.
    [[nodiscard]] Result<Team*> teamOfRow() {
        const QString name = text(Name);
        const QString centre = text(CostCentre);
        auto found =
            std::find_if(m_teams.begin(), m_teams.end(), [&name](const Team& team) { return team.name == name; });
        if (found == m_teams.end()) {
            m_teams.push_back({name, centre, {}});
            return &m_teams.back();
        }
        if (found->costCentre.isEmpty()) found->costCentre = centre;
        if (!centre.isEmpty() && centre != found->costCentre) {
            return wrong(*m_places[CostCentre],
                         tokenledger::tr("The team \"%1\" has the cost centre \"%2\" above, and \"%3\" here.")
                             .arg(name, found->costCentre, plainText(centre)));
        }
        return &*found;
    }

    TextLines m_lines;
    CsvRecords m_records;
    const MemberIdOf& m_idOf;
    std::array<std::optional<std::size_t>, ColumnCount> m_places;
    std::vector<std::string_view> m_values;
    std::size_t m_width = 0;
    std::vector<Team> m_teams;
};

}  // namespace

Result<std::vector<Team>> importTeamFile(QIODevice& file, const MemberIdOf& idOf) { return Reader(file, idOf).read(); }

}  // namespace tokenledger
