#include "app/cli/allocationcommands.h"
#include "app/cli/tableoutput.h"
#include "app/finance/kinds.h"
#include "app/finance/teamimport.h"
#include "app/reports/allocationdefinitions.h"
#include "storage/ledgerwriter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace tokenledger::cli {

namespace {

Error wrongUsage(const QString& message) { return {ErrorKind::Usage, message, {}}; }

/// What a cache says of teams, and what can be a member.
struct Known {
    TeamBook teams;
    AllocationRule rule;
    MemberNames members;
};

Result<Known> readKnown(const Context& context) {
    const auto reader = CacheReader::open(context.composition.cachePath());
    if (!reader) return failure(reader.error());
    auto teams = readTeams(**reader);
    if (!teams) return failure(teams.error());
    auto rule = readStoredRule(**reader);
    if (!rule) return failure(rule.error());
    auto members = MemberNames::load(**reader);
    if (!members) return failure(members.error());
    return Known{*std::move(teams), *std::move(rule), *std::move(members)};
}

Result<void> store(const Context& context, const std::vector<DefinitionChange>& changes) {
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    return writer->storeDefinitions(changes, context.composition.author());
}

Result<QString> nameArgument(const Context& context, const QString& what) {
    if (context.arguments.size() == 2) return context.arguments[1];
    return failure(wrongUsage(QStringLiteral("team %1 takes one name; see tokenledger-cli team --help.").arg(what)));
}

Result<std::vector<TeamMember>> memberOptions(const Context& context, const MemberNames& names) {
    const auto from = dayOption(context.options, QStringLiteral("from"));
    if (!from) return failure(from.error());
    const auto to = dayOption(context.options, QStringLiteral("to"));
    if (!to) return failure(to.error());
    std::vector<TeamMember> members;
    for (const auto& [option, kind] : {std::pair{QStringLiteral("workspace"), MemberKind::Workspace},
                                       {QStringLiteral("key"), MemberKind::ApiKey},
                                       {QStringLiteral("person"), MemberKind::Person}}) {
        for (const QString& value : context.options.values(option)) {
            const auto id = names.idOf(kind, value);
            if (!id) return failure(id.error());
            members.push_back({kind, *id, *from, *to});
        }
    }
    if (members.empty() && (*from || *to)) {
        return failure(wrongUsage(QStringLiteral(
            "--from and --to say when somebody is in the team: name a --workspace, --key or --person as well.")));
    }
    return members;
}

/// All teams with this one as it is to be.
Result<TeamBook> withTeam(const TeamBook& teams, const Team& changed) {
    std::vector<Team> all;
    for (const Team& team : teams.teams()) {
        if (team.name != changed.name) all.push_back(team);
    }
    all.push_back(changed);
    return TeamBook::make(std::move(all));
}

Table teamTable(const std::vector<Team>& teams, const MemberNames& names) {
    Table table;
    table.report = QStringLiteral("teams");
    for (const char* column : {"name", "cost_centre", "kind", "member", "member_name", "from", "to"}) {
        table.columns.push_back({QString::fromLatin1(column), ColumnType::Text, {}});
    }
    const auto day = [](const std::optional<UtcDay>& one) { return one ? Cell(one->toIso()) : Cell(); };
    for (const Team& team : teams) {
        const Cell centre = team.costCentre.isEmpty() ? Cell() : Cell(team.costCentre);
        if (team.members.empty()) table.rows.push_back({team.name, centre, {}, {}, {}, {}, {}});
        for (const TeamMember& member : team.members) {
            table.rows.push_back({team.name, centre, memberKindName(member.kind), member.id,
                                  names.nameOf(member.kind, member.id), day(member.from), day(member.to)});
        }
    }
    return table;
}

Outcome setTeam(const Context& context) {
    const auto name = nameArgument(context, QStringLiteral("set"));
    if (!name) return context.complain(name.error());
    const auto known = readKnown(context);
    if (!known) return context.complain(known.error());
    const std::int32_t number = known->teams.find(*name);
    Team team = number == 0 ? Team{*name, {}, {}} : known->teams.team(number);
    if (context.options.isSet(QStringLiteral("cost-centre"))) {
        team.costCentre = context.options.value(QStringLiteral("cost-centre")).trimmed();
    }
    const auto members = memberOptions(context, known->members);
    if (!members) return context.complain(members.error());
    for (const TeamMember& member : *members) setMember(team, member);
    if (const auto holds = withTeam(known->teams, team); !holds) return context.complain(holds.error());
    if (auto stored = store(context, {{definitionkind::Team, team.name, teamBody(team)}}); !stored) {
        return context.complain(stored.error());
    }
    return putTable(context, teamTable({team}, known->members));
}

Outcome listTeams(const Context& context) {
    if (context.arguments.size() > 1) return context.complain(wrongUsage(QStringLiteral("team list takes no name.")));
    const auto known = readKnown(context);
    if (!known) return context.complain(known.error());
    return putTable(context, teamTable(known->teams.teams(), known->members));
}

Result<Team> teamNamed(const TeamBook& teams, const QString& name) {
    if (const std::int32_t number = teams.find(name); number != 0) return teams.team(number);
    return failure(wrongUsage(QStringLiteral("There is no team \"%1\". %2").arg(name, teams.whatThereIs())));
}

Outcome showTeam(const Context& context) {
    const auto name = nameArgument(context, QStringLiteral("show"));
    if (!name) return context.complain(name.error());
    const auto known = readKnown(context);
    if (!known) return context.complain(known.error());
    const auto team = teamNamed(known->teams, *name);
    if (!team) return context.complain(team.error());
    return putTable(context, teamTable({*team}, known->members));
}

Outcome removeTeam(const Context& context) {
    const auto name = nameArgument(context, QStringLiteral("remove"));
    if (!name) return context.complain(name.error());
    const auto known = readKnown(context);
    if (!known) return context.complain(known.error());
    auto team = teamNamed(known->teams, *name);
    if (!team) return context.complain(team.error());
    const auto members = memberOptions(context, known->members);
    if (!members) return context.complain(members.error());
    for (const TeamMember& member : *members) {
        const auto gone = std::erase_if(team->members, [&](const TeamMember& other) { return other.isSame(member); });
        if (gone == 0) {
            return context.complain(wrongUsage(QStringLiteral("%1 is not in the team \"%2\".")
                                                   .arg(known->members.nameOf(member.kind, member.id), team->name)));
        }
    }
    const bool whole = members->empty();
    const bool bears = std::any_of(known->rule.fixed.begin(), known->rule.fixed.end(),
                                   [&team](const auto& share) { return share.team == team->name; });
    if (whole && bears) {
        return context.complain(
            wrongUsage(QStringLiteral("The allocation rule gives a fixed part to the team \"%1\". Change that first: "
                                      "tokenledger-cli allocate rule --fixed TEAM=PERCENT.")
                           .arg(team->name)));
    }
    const QByteArray body = whole ? QByteArray() : teamBody(*team);
    if (auto stored = store(context, {{definitionkind::Team, team->name, body}}); !stored) {
        return context.complain(stored.error());
    }
    if (!whole) return putTable(context, teamTable({*team}, known->members));
    context.out.line(QStringLiteral("The team \"%1\" is removed.").arg(team->name));
    return ExitCode::Done;
}

/// With a line in the audit log that tells which file they came from.
Result<void> storeImport(const Context& context, const std::vector<DefinitionChange>& changes, QFile& file) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0) || !hash.addData(&file)) {
        return failure(ErrorKind::Usage, QStringLiteral("The file cannot be read a second time."), file.errorString());
    }
    auto writer = LedgerWriter::open(context.composition.cachePath());
    if (!writer) return failure(writer.error());
    const Author author = context.composition.author();
    if (auto stored = writer->storeDefinitions(changes, author); !stored) return stored;
    return writer->recordAudit({0,
                                author,
                                QStringLiteral("import"),
                                QFileInfo(file.fileName()).fileName(),
                                QStringLiteral("%1 teams.").arg(changes.size()),
                                QString::fromLatin1(hash.result().toHex()),
                                {}});
}

Outcome importTeams(const Context& context) {
    if (context.arguments.size() != 2) {
        return context.complain(wrongUsage(QStringLiteral("team import takes one CSV file.")));
    }
    if (const QFileInfo info(context.arguments[1]); info.exists() && !info.isFile()) {
        return context.complain(wrongUsage(QStringLiteral("\"%1\" is not a regular file.").arg(context.arguments[1])));
    }
    QFile file(context.arguments[1]);
    if (!file.open(QIODevice::ReadOnly)) {
        return context.complain({ErrorKind::Usage, QStringLiteral("\"%1\" cannot be opened.").arg(context.arguments[1]),
                                 file.errorString()});
    }
    const auto known = readKnown(context);
    if (!known) return context.complain(known.error());
    const auto idOf = [&known](MemberKind kind, const QString& name) { return known->members.idOf(kind, name); };
    const auto teams = importTeamFile(file, idOf);
    if (!teams) return context.complain(teams.error());
    std::vector<Team> all = *teams;
    std::vector<DefinitionChange> changes;
    for (const Team& team : *teams) changes.push_back({definitionkind::Team, team.name, teamBody(team)});
    for (const Team& team : known->teams.teams()) {
        const bool replaced =
            std::any_of(teams->begin(), teams->end(), [&team](const Team& other) { return other.name == team.name; });
        if (!replaced) all.push_back(team);
    }
    if (const auto holds = TeamBook::make(std::move(all)); !holds) return context.complain(holds.error());
    const bool dry = context.options.isSet(QStringLiteral("dry-run"));
    if (!dry) {
        if (auto stored = storeImport(context, changes, file); !stored) return context.complain(stored.error());
    }
    const ExitCode code = putTable(context, teamTable(*teams, known->members));
    if (code == ExitCode::Done) {
        context.err.line((dry ? QStringLiteral("Understood %1 teams; nothing was stored.")
                              : QStringLiteral("Stored %1 teams; others are as they were."))
                             .arg(teams->size()));
    }
    return code;
}

}  // namespace

Outcome runTeam(const Context& context) {
    const QString what = context.arguments.value(0);
    if (const auto format = tableFormat(context); !format) return context.complain(format.error());
    if (context.options.isSet(QStringLiteral("dry-run")) && what != QLatin1String("import")) {
        return context.complain(wrongUsage(QStringLiteral("--dry-run belongs to \"team import\".")));
    }
    if (what == QLatin1String("set")) return setTeam(context);
    if (what == QLatin1String("list")) return listTeams(context);
    if (what == QLatin1String("show")) return showTeam(context);
    if (what == QLatin1String("remove")) return removeTeam(context);
    if (what == QLatin1String("import")) return importTeams(context);
    return context.complain(
        wrongUsage(QStringLiteral("team takes set, list, show, remove or import; not \"%1\".").arg(what)));
}

}  // namespace tokenledger::cli
