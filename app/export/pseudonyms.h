// People's names and e-mail addresses replaced by stable pseudonyms, "Person 4f2a9c1b", in what leaves the house. Plain
// values, any thread.
#pragma once

#include "app/reports/managementreport.h"
#include "storage/cachereader.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace tokenledger {

/// Someone whom the organization's lists name, now or earlier.
struct ListedPerson {
    QString id;     // of a user or an invitation
    QString name;   // empty: unknown
    QString email;  // empty: unknown
};

class Pseudonyms {
public:
    /// HMAC-SHA-256 with `secret` over the e-mail address, without which nobody can look a person up by guessing it.
    /// `keyNames`: names of API keys, which stand among the users of Claude Code and stay as they are.
    Pseudonyms(QByteArray secret, const std::vector<ListedPerson>& people, const QStringList& keyNames);

    /// Of a name or an e-mail address: the same for all that the lists say is one person.
    [[nodiscard]] QString of(const QString& person) const;
    /// A user as the Claude Code reports name it; the name of an API key stays.
    [[nodiscard]] QString ofActor(const QString& actor) const;
    /// The table with people's names and addresses replaced: in their columns whatever stands there, elsewhere, notes
    /// and filters included, every address, and every name of two words or more that the lists know.
    [[nodiscard]] Table applied(Table table) const;
    [[nodiscard]] ManagementReport applied(ManagementReport report) const;
    /// The same for a free text.
    [[nodiscard]] QString inText(const QString& text) const;

private:
    [[nodiscard]] QString made(const QString& identity) const;
    [[nodiscard]] std::optional<QString> identityOf(const QString& nameOrEmail) const;
    void applyToRow(const Table& table, std::vector<Cell>& row) const;
    void applyToChange(const std::vector<Cell>& before, std::vector<Cell>& row) const;

    QByteArray m_secret;
    QHash<QString, QString> m_identityOfId;
    QHash<QString, QString> m_identityOfName;  // by folded name; of several people with one name: none of theirs
    QSet<QString> m_addresses;                 // folded
    QSet<QString> m_keyNames;
    QRegularExpression m_names;
    mutable QHash<QString, QString> m_known;  // of texts that were looked through
};

/// Nothing: this cache has no secret yet. Error Cache.
[[nodiscard]] Result<std::optional<Pseudonyms>> readPseudonyms(const CacheReader& cache);
/// A random secret, to be stored. One that is there already stays the one in use.
[[nodiscard]] DefinitionChange newPseudonymSecret();

}  // namespace tokenledger
