<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Dataset</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
</context>
<context>
    <name>Dimension</name>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>No model (search, code execution)</source>
        <translation>Kein Modell (Suche, Codeausführung)</translation>
    </message>
    <message>
        <source>(default workspace)</source>
        <translation>(Standard-Arbeitsbereich)</translation>
    </message>
</context>
<context>
    <name>HowFarStep</name>
    <message>
        <source>31 days</source>
        <translation>31 Tage</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 Monate</translation>
    </message>
    <message>
        <source>13 months, so that every month has the one of a year before</source>
        <translation>13 Monate, damit jeder Monat den des Vorjahres neben sich hat</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>within this hour&apos;s limit</source>
        <translation>innerhalb des Limits dieser Stunde</translation>
    </message>
    <message>
        <source>about %1 min at this limit</source>
        <translation>etwa %1 min bei diesem Limit</translation>
    </message>
    <message>
        <source>about %1 h at this limit</source>
        <translation>etwa %1 h bei diesem Limit</translation>
    </message>
    <message>
        <source>about %1 h %2 min at this limit</source>
        <translation>etwa %1 h %2 min bei diesem Limit</translation>
    </message>
</context>
<context>
    <name>tokenledger</name>
    <message>
        <source>Schema of the cache</source>
        <translation>Schema des Cache</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>Pp.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>format of a date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>Woche ab %1</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching failed: %1</source>
        <translation>Abruf fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Not fetched yet: %1</source>
        <translation>Noch nicht abgerufen: %1</translation>
    </message>
    <message>
        <source>newest first; the gap is no data, not zero</source>
        <translation>neueste zuerst; die Lücke bedeutet keine Daten, nicht null</translation>
    </message>
    <message>
        <source>the gap is no data, not zero</source>
        <translation>die Lücke bedeutet keine Daten, nicht null</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>provisional: may still change</source>
        <translation>vorläufig: kann sich noch ändern</translation>
    </message>
    <message>
        <source>provisional: fetched before it was over</source>
        <translation>vorläufig: abgerufen, bevor der Tag vorbei war</translation>
    </message>
    <message>
        <source>%1 of %2 days are here</source>
        <translation>%1 von %2 Tagen sind da</translation>
    </message>
    <message>
        <source>not fetched yet: no data, not zero</source>
        <translation>noch nicht abgerufen: keine Daten, nicht null</translation>
    </message>
    <message>
        <source>fetching failed: no data, not zero</source>
        <translation>Abruf fehlgeschlagen: keine Daten, nicht null</translation>
    </message>
    <message>
        <source>Tokenledger %1</source>
        <translation>Tokenledger %1</translation>
    </message>
    <message>
        <source>What your organization spends on the Claude API: local, offline, exact.</source>
        <translation>Was Ihre Organisation für die Claude-API ausgibt: lokal, offline, exakt.</translation>
    </message>
    <message>
        <source>About Tokenledger</source>
        <translation>Über Tokenledger</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>What was spent in the period, on which models, and what changed against the compared period. Each tile answers Enter or a click with where its number comes from.
Spend is the bill. Claude Code figures are people&apos;s activity, and their cost is an estimate that is already part of the bill.</source>
        <translation>Was im Zeitraum ausgegeben wurde, für welche Modelle, und was sich gegenüber dem Vergleichszeitraum geändert hat. Jede Kachel sagt mit der Eingabetaste oder einem Klick, woher ihre Zahl kommt.
Die Ausgaben sind die Rechnung. Claude-Code-Zahlen sind die Aktivität von Personen, und deren Kosten sind eine Schätzung, die schon Teil der Rechnung ist.</translation>
    </message>
    <message>
        <source>What the bill is made of: over time, and by any two of its dimensions, in a table whose rows open into a third.
A click on a bar shows its days alone. Shares sum to 100 %, because what is left over and what belongs to no model are rows of their own.
The bill does not know API keys: a filter by API key leaves this page unfiltered, and it says so.</source>
        <translation>Woraus die Rechnung besteht: über die Zeit und nach je zwei ihrer Merkmale, in einer Tabelle, deren Zeilen sich in ein drittes öffnen.
Ein Klick auf einen Balken zeigt nur dessen Tage. Die Anteile ergeben 100 %, weil das Übrige und was zu keinem Modell gehört eigene Zeilen sind.
Die Rechnung kennt keine API-Schlüssel: Ein Filter nach API-Schlüssel lässt diese Seite ungefiltert, und sie sagt es.</translation>
    </message>
    <message>
        <source>Tokens by kind, model, workspace and API key, and web searches. The keys with the most use, those that were never used, and those that are idle. Requests are not reported by this API, so they are not shown.
Where hourly data was fetched, the last days are shown hour by hour.</source>
        <translation>Tokens nach Art, Modell, Arbeitsbereich und API-Schlüssel sowie Websuchen. Die Schlüssel mit der meisten Nutzung, die nie genutzten und die ruhenden. Anfragen meldet diese API nicht, deshalb werden keine gezeigt.
Wo Stundendaten abgerufen wurden, sind die letzten Tage Stunde für Stunde zu sehen.</translation>
    </message>
    <message>
        <source>Whether prompt caching pays: the hit ratio over time, tokens read against tokens written, and what that saved or cost in dollars, by model, workspace and key. Where caching loses money, the row says so.
Each dollar says which prices it was computed with.</source>
        <translation>Ob sich das Prompt-Caching lohnt: die Trefferquote über die Zeit, gelesene gegenüber geschriebenen Tokens, und was das in Dollar gespart oder gekostet hat, nach Modell, Arbeitsbereich und Schlüssel. Wo das Caching Geld verliert, sagt es die Zeile.
Jeder Dollar nennt die Preise, mit denen er berechnet wurde.</translation>
    </message>
    <message>
        <source>Sessions, lines, commits and pull requests, by interval and by person, and how often suggestions of the tools were accepted.
The cost here is the API&apos;s estimate, not the bill. People with a subscription may be missing.</source>
        <translation>Sitzungen, Zeilen, Commits und Pull Requests, je Intervall und je Person, und wie oft Vorschläge der Werkzeuge angenommen wurden.
Die Kosten sind hier die Schätzung der API, nicht die Rechnung. Personen mit einem Abonnement können fehlen.</translation>
    </message>
    <message>
        <source>Workspaces, members, users, invites and API keys with their age and last use, as the last sync found them, and what changed between syncs. Nothing of it can be changed here: Tokenledger only reads.</source>
        <translation>Arbeitsbereiche, Mitglieder, Benutzer, Einladungen und API-Schlüssel mit Alter und letzter Nutzung, wie der letzte Abgleich sie vorfand, und was sich zwischen Abgleichen geändert hat. Hier lässt sich nichts davon ändern: Tokenledger liest nur.</translation>
    </message>
    <message>
        <source>Whether the figures can be trusted: which days are final, provisional, failed or were never fetched, every request and its answer, and values of final days that came differently later.
The cache file is verified, backed up and purged here.</source>
        <translation>Ob man den Zahlen trauen kann: welche Tage endgültig, vorläufig, fehlgeschlagen oder nie abgerufen sind, jede Anfrage mit ihrer Antwort, und Werte endgültiger Tage, die später anders kamen.
Hier wird die Cache-Datei geprüft, gesichert und bereinigt.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts: all types of cost, credits and corrections included, exact to a billionth of a dollar. Use of Priority Tier is billed elsewhere and not in it; where such use is seen, the window says so.</source>
        <translation>Die Summe der Beträge des Kostenberichts: alle Kostenarten, einschließlich Gutschriften und Korrekturen, genau auf ein Milliardstel Dollar. Nutzung von Priority Tier wird an anderer Stelle abgerechnet und ist nicht enthalten; wo solche Nutzung vorkommt, sagt es das Fenster.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Value − value of the compared period; in per cent of the compared value, and empty where that is 0.
The previous period has the same number of days. Month to date is compared with the same days of the month before. The same period last year lies 364 days back for periods under 60 days, so that weekdays fall on weekdays, and a calendar year for longer ones.</source>
        <translation>Wert − Wert des Vergleichszeitraums; in Prozent des verglichenen Werts, und leer, wo dieser 0 ist.
Der vorherige Zeitraum hat gleich viele Tage. Der Monat bis heute wird mit denselben Tagen des Vormonats verglichen. Der gleiche Zeitraum im Vorjahr liegt bei Zeiträumen unter 60 Tagen 364 Tage zurück, damit Wochentage auf Wochentage fallen, bei längeren ein Kalenderjahr.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Value ÷ total of what is shown. Other and unallocated are in the total, so shares sum to 100 %.</source>
        <translation>Wert ÷ Summe des Gezeigten. Übriges und nicht Zugeordnetes ist in der Summe enthalten, die Anteile ergeben also 100 %.</translation>
    </message>
    <message>
        <source>Run rate</source>
        <translation>Hochrechnung</translation>
    </message>
    <message>
        <source>Spend of the month&apos;s final days ÷ their number × days of the month. It is a projection, not a promise.</source>
        <translation>Ausgaben der endgültigen Tage des Monats ÷ deren Zahl × Tage des Monats. Das ist eine Hochrechnung, kein Versprechen.</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Rundung</translation>
    </message>
    <message>
        <source>Amounts are kept and summed exactly, and rounded once, when they are shown: to 2 places in the window. Exports have every digit. Rounded rows need not sum to the rounded total.</source>
        <translation>Beträge werden exakt gespeichert und summiert und erst bei der Anzeige einmal gerundet: im Fenster auf 2 Stellen. Exporte enthalten jede Stelle. Gerundete Zeilen müssen nicht die gerundete Summe ergeben.</translation>
    </message>
    <message>
        <source>Tokens and cache</source>
        <translation>Tokens und Cache</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Total input and output. Total input is uncached input, cache read, and cache creation for 5 minutes and for 1 hour. These kinds do not overlap: nothing is counted twice.</source>
        <translation>Eingabe insgesamt und Ausgabe. Eingabe insgesamt ist Eingabe ohne Cache, aus dem Cache Gelesenes und für 5 Minuten oder 1 Stunde in den Cache Geschriebenes. Diese Arten überschneiden sich nicht: Nichts wird doppelt gezählt.</translation>
    </message>
    <message>
        <source>Cache hit ratio</source>
        <translation>Cache-Trefferquote</translation>
    </message>
    <message>
        <source>Cache read ÷ total input. Over a period it is sum over sum, never a mean of ratios. With no input it is empty, not 0.</source>
        <translation>Aus dem Cache gelesen ÷ Eingabe insgesamt. Über einen Zeitraum Summe durch Summe, nie ein Mittel von Quoten. Ohne Eingabe ist sie leer, nicht 0.</translation>
    </message>
    <message>
        <source>Reads per write</source>
        <translation>Lesevorgänge je Schreibvorgang</translation>
    </message>
    <message>
        <source>Cache read ÷ tokens written into the cache, for 5 minutes and 1 hour together.</source>
        <translation>Aus dem Cache gelesen ÷ in den Cache geschriebene Tokens, für 5 Minuten und 1 Stunde zusammen.</translation>
    </message>
    <message>
        <source>Net cache savings</source>
        <translation>Netto-Cache-Ersparnis</translation>
    </message>
    <message>
        <source>Read saving − write premium. Below zero, caching loses money.
Read saving: tokens read × (input price − read price).
Write premium: tokens written × (write price − input price), for 5 minutes and 1 hour each at its own price.</source>
        <translation>Leseersparnis − Schreibaufschlag. Unter null verliert das Caching Geld.
Leseersparnis: gelesene Tokens × (Eingabepreis − Lesepreis).
Schreibaufschlag: geschriebene Tokens × (Schreibpreis − Eingabepreis), für 5 Minuten und 1 Stunde je zum eigenen Preis.</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>The reads that each write needs so that caching neither saves nor loses: (mean write price − input price) ÷ (input price − read price). At list prices 0.28 for 5 minutes and 1.11 for 1 hour.</source>
        <translation>So oft muss jeder Schreibvorgang gelesen werden, damit das Caching weder spart noch verliert: (mittlerer Schreibpreis − Eingabepreis) ÷ (Eingabepreis − Lesepreis). Zu Listenpreisen 0,28 bei 5 Minuten und 1,11 bei 1 Stunde.</translation>
    </message>
    <message>
        <source>Where prices come from</source>
        <translation>Woher die Preise kommen</translation>
    </message>
    <message>
        <source>For each day, model, kind of token, tier and context window, from the first source that knows it:
1. The organization&apos;s own bill of that day, where bill and usage hold at least 10,000 such tokens and the day is final.
2. Its own bill of the nearest day, up to 31 days before or after, not across a change of that model&apos;s price.
3. The price book: your own entries first, then the list that comes with the program.
4. None: the tokens are unpriced. The models are named, and their tokens are never taken as free.</source>
        <translation>Für jeden Tag, jedes Modell, jede Tokenart, Tarifstufe und jedes Kontextfenster aus der ersten Quelle, die ihn kennt:
1. Die eigene Rechnung der Organisation von diesem Tag, wenn Rechnung und Nutzung mindestens 10.000 solche Tokens enthalten und der Tag endgültig ist.
2. Die eigene Rechnung des nächstgelegenen Tages, bis zu 31 Tage davor oder danach, nicht über eine Preisänderung dieses Modells hinweg.
3. Die Preisliste: zuerst Ihre eigenen Einträge, dann die Liste, die dem Programm beiliegt.
4. Keine: Die Tokens sind ohne Preis. Die Modelle werden genannt, und ihre Tokens gelten nie als kostenlos.</translation>
    </message>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Personen</translation>
    </message>
    <message>
        <source>Distinct people with at least one session in the period. API keys are counted apart. People with a subscription may be missing: the API tells mostly of use that is billed by token.</source>
        <translation>Verschiedene Personen mit mindestens einer Sitzung im Zeitraum. API-Schlüssel werden getrennt gezählt. Personen mit einem Abonnement können fehlen: Die API berichtet vor allem über Nutzung, die nach Tokens abgerechnet wird.</translation>
    </message>
    <message>
        <source>Acceptance rate</source>
        <translation>Annahmequote</translation>
    </message>
    <message>
        <source>Accepted ÷ (accepted + rejected) suggestions, over all tools that the API names.</source>
        <translation>Angenommen ÷ (angenommen + abgelehnt), über alle Werkzeuge, die die API nennt.</translation>
    </message>
    <message>
        <source>Estimated cost</source>
        <translation>Geschätzte Kosten</translation>
    </message>
    <message>
        <source>The API&apos;s own estimate. It is not the bill and never added to spend: its tokens are already in the usage. Per commit and per active user it is divided by that count, and empty where that is 0.</source>
        <translation>Die Schätzung der API. Sie ist nicht die Rechnung und wird nie zu den Ausgaben gezählt: Ihre Tokens sind schon in der Nutzung. Je Commit und je aktiver Person wird sie durch deren Zahl geteilt; ist diese 0, bleibt das Feld leer.</translation>
    </message>
    <message>
        <source>Days and data</source>
        <translation>Tage und Daten</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>All days are UTC days, and all periods whole days. A day is final when it was fetched at least 72 hours after it ended; until then it is provisional and hatched. A day that was never fetched, or failed, is a gap: no data, not zero.</source>
        <translation>Alle Tage sind UTC-Tage und alle Zeiträume ganze Tage. Ein Tag ist endgültig, wenn er mindestens 72 Stunden nach seinem Ende abgerufen wurde; bis dahin ist er vorläufig und schraffiert. Ein Tag, der nie abgerufen wurde oder fehlgeschlagen ist, ist eine Lücke: keine Daten, nicht null.</translation>
    </message>
    <message>
        <source>Weeks, quarters and years</source>
        <translation>Wochen, Quartale und Jahre</translation>
    </message>
    <message>
        <source>Weeks are ISO weeks and begin on Monday; months are calendar months. Quarters and years begin with the month that the preferences say.</source>
        <translation>Wochen sind ISO-Wochen und beginnen am Montag; Monate sind Kalendermonate. Quartale und Jahre beginnen mit dem Monat, den die Einstellungen nennen.</translation>
    </message>
    <message>
        <source>Age and last use of API keys</source>
        <translation>Alter und letzte Nutzung von API-Schlüsseln</translation>
    </message>
    <message>
        <source>Age: the present − the day it was created. Last use: the last day with tokens in the cache.</source>
        <translation>Alter: die Gegenwart − der Tag der Erstellung. Letzte Nutzung: der letzte Tag mit Tokens im Cache.</translation>
    </message>
    <message>
        <source>Where the data comes from</source>
        <translation>Woher die Daten kommen</translation>
    </message>
    <message>
        <source>From Anthropic&apos;s Admin API, through a sync, into one file on this computer: the cache. The window only reads this file, so it works without a network, too.
A fetched day is replaced as a whole, never added to. Days of the last month are fetched again, because late data arrives.
The organization&apos;s admin key stays in the system&apos;s keychain. The cache never holds it and can be given to a colleague, who opens it without a key.
All that is sent are requests for these reports: no telemetry, no update check.</source>
        <translation>Aus der Admin-API von Anthropic, durch einen Abgleich, in eine Datei auf diesem Computer: den Cache. Das Fenster liest nur diese Datei und arbeitet deshalb auch ohne Netz.
Ein abgerufener Tag wird als Ganzes ersetzt, nie ergänzt. Tage des letzten Monats werden erneut abgerufen, weil Daten verspätet eintreffen.
Der Admin-Schlüssel der Organisation bleibt im Schlüsselbund des Systems. Der Cache enthält ihn nie und kann Kollegen gegeben werden, die ihn ohne Schlüssel öffnen.
Gesendet werden nur Anfragen nach diesen Berichten: keine Telemetrie, keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>Seite: %1</translation>
    </message>
    <message>
        <source>Back: the page, period and filters before</source>
        <translation>Zurück: zu Seite, Zeitraum und Filtern davor</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vorwärts</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Open a cache file</source>
        <translation>Eine Cache-Datei öffnen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help about the page in front</source>
        <translation>Hilfe zur Seite im Vordergrund</translation>
    </message>
    <message>
        <source>Next control; with Shift the one before</source>
        <translation>Nächstes Bedienelement; mit Umschalt das davor</translation>
    </message>
    <message>
        <source>In a chart: the next mark, and its value; with the other arrows alike</source>
        <translation>In einem Diagramm: die nächste Marke und ihr Wert; die anderen Pfeiltasten ebenso</translation>
    </message>
    <message>
        <source>On a tile or figure: where it comes from. On a mark: what a click does</source>
        <translation>Auf einer Kachel oder Zahl: woher sie kommt. Auf einer Marke: dasselbe wie ein Klick</translation>
    </message>
    <message>
        <source>Copy the selected cells, as spreadsheets like them</source>
        <translation>Die gewählten Zellen kopieren, so wie Tabellenprogramme sie mögen</translation>
    </message>
    <message>
        <source>Close what is open over the window</source>
        <translation>Schließen, was über dem Fenster offen ist</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Month to date</source>
        <translation>Monat bis heute</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Quarter to date</source>
        <translation>Quartal bis heute</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>Jahr bis heute</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 Monate</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>Vorheriger Zeitraum</translation>
    </message>
    <message>
        <source>Same period last year</source>
        <translation>Gleicher Zeitraum im Vorjahr</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Kein</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Messages usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Messages usage by hour</source>
        <translation>Nutzung nach Stunde</translation>
    </message>
    <message>
        <source>Messages usage by minute</source>
        <translation>Nutzung nach Minute</translation>
    </message>
    <message>
        <source>Cost report</source>
        <translation>Kostenbericht</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>Every day is there; the newest may still change.</source>
        <translation>Jeder Tag ist da; die neuesten können sich noch ändern.</translation>
    </message>
    <message>
        <source>Every day is there and final.</source>
        <translation>Jeder Tag ist da und endgültig.</translation>
    </message>
    <message>
        <source>1 day failed</source>
        <translation>1 Tag fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 days failed</source>
        <translation>%1 Tage fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 day was never fetched</source>
        <translation>1 Tag wurde nie abgerufen</translation>
    </message>
    <message>
        <source>%1 days were never fetched</source>
        <translation>%1 Tage wurden nie abgerufen</translation>
    </message>
    <message>
        <source>%1; tried again at each sync.</source>
        <translation>%1; bei jedem Abgleich erneut versucht.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation>noch nicht abgerufen</translation>
    </message>
    <message>
        <source>%1 · as of %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>purge of %1</source>
        <translation>Löschung von %1</translation>
    </message>
    <message>
        <source>who the key belongs to</source>
        <translation>wem der Schlüssel gehört</translation>
    </message>
    <message>
        <source>workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>members of %1</source>
        <translation>Mitglieder von %1</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 UTC, %2 of %3; %4.</source>
        <translation>%1 UTC, %2 von %3; %4.</translation>
    </message>
    <message>
        <source>Asked %1 UTC for %2, %3: </source>
        <translation>Am %1 UTC abgefragt für %2, %3: </translation>
    </message>
    <message>
        <source>answered with 1 row</source>
        <translation>mit 1 Zeile beantwortet</translation>
    </message>
    <message>
        <source>answered with %1 rows</source>
        <translation>mit %1 Zeilen beantwortet</translation>
    </message>
    <message>
        <source> Tried twice.</source>
        <translation> Zweimal versucht.</translation>
    </message>
    <message>
        <source> Tried %1 times.</source>
        <translation> %1-mal versucht.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Über&amp;sicht</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>&amp;Cost</source>
        <translation>&amp;Kosten</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>&amp;Data health</source>
        <translation>&amp;Datenqualität</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 in der Woche</translation>
    </message>
    <message>
        <source>mean of %1: %2</source>
        <translation>Mittel von %1: %2</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>nicht abgerufen</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>cost type</source>
        <translation>Kostenart</translation>
    </message>
    <message>
        <source>token type</source>
        <translation>Tokenart</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>Tarifstufe</translation>
    </message>
    <message>
        <source>context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>geography</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Not tokens</source>
        <translation>Keine Tokens</translation>
    </message>
    <message>
        <source>No tier</source>
        <translation>Keine Tarifstufe</translation>
    </message>
    <message>
        <source>No context window</source>
        <translation>Kein Kontextfenster</translation>
    </message>
    <message>
        <source>No geography</source>
        <translation>Keine Region</translation>
    </message>
    <message>
        <source>No cost type</source>
        <translation>Keine Kostenart</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Keine Beschreibung</translation>
    </message>
    <message>
        <source>fetched %1 %2</source>
        <translation>abgerufen %1 %2</translation>
    </message>
    <message>
        <source>no comparison: days are missing here</source>
        <translation>kein Vergleich: Hier fehlen Tage</translation>
    </message>
    <message>
        <source>no comparison: a day was fetched before it was over</source>
        <translation>kein Vergleich: Ein Tag wurde abgerufen, bevor er vorbei war</translation>
    </message>
    <message>
        <source>no comparison: days of %1 are not here</source>
        <translation>kein Vergleich: Tage von %1 sind nicht da</translation>
    </message>
    <message>
        <source>the same as %1</source>
        <translation>gleich wie %1</translation>
    </message>
    <message>
        <source>%1 less than %2</source>
        <translation>%1 weniger als %2</translation>
    </message>
    <message>
        <source>%1 more than %2</source>
        <translation>%1 mehr als %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>format of a date</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>Cost by %1</source>
        <translation>Kosten nach %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Nothing has been fetched for %1 yet.</source>
        <translation>Für %1 wurde noch nichts abgerufen.</translation>
    </message>
    <message>
        <source>%1 in %2 of %3 days; the others are gaps, not zeros.</source>
        <translation>%1 in %2 von %3 Tagen; die übrigen sind Lücken, keine Nullen.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; to %2 %3</source>
        <translation>%1; bis %2 %3</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>nothing fetched: no data, not zero</source>
        <translation>nichts abgerufen: keine Daten, nicht null</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>verglichen mit %1</translation>
    </message>
    <message>
        <source>%1, the same weekday</source>
        <translation>%1, gleicher Wochentag</translation>
    </message>
    <message>
        <source>%1 compared with %2</source>
        <translation>%1 verglichen mit %2</translation>
    </message>
    <message>
        <source>Billed cost of these days: every cost type, discounts and credits included.</source>
        <translation>Abgerechnete Kosten dieser Tage: alle Kostenarten, einschließlich Rabatten und Gutschriften.</translation>
    </message>
    <message>
        <source>Exact value</source>
        <translation>Genauer Wert</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>, whole UTC days</source>
        <translation>, ganze UTC-Tage</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>later days, which were fetched before they were over</source>
        <translation>spätere Tage, die abgerufen wurden, bevor sie vorbei waren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>by %1, as the bar above says</source>
        <translation>nach %1, wie die Leiste oben sagt</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>cost is not known by API key: of all keys</source>
        <translation>Kosten sind nicht nach API-Schlüssel bekannt: von allen Schlüsseln</translation>
    </message>
    <message>
        <source>Cost report by %1 and %2, from the cache</source>
        <translation>Kostenbericht nach %1 und %2, aus dem Cache</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>refused by the server (%1)</source>
        <translation>vom Server abgelehnt (%1)</translation>
    </message>
    <message>
        <source>asking...</source>
        <translation>wird gefragt...</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht getestet</translation>
    </message>
    <message>
        <source>May read the organization</source>
        <translation>Darf die Organisation lesen</translation>
    </message>
    <message>
        <source>May read usage and cost</source>
        <translation>Darf Nutzung und Kosten lesen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Hello, I would like to see what our organization spends on the Claude API with Tokenledger, which only reads usage and cost. Could you create an Admin API key for me in the Claude Console (Settings, Admin keys) and send it to me in a safe way? It begins with sk-ant-admin01-. Only members with the role Admin can create one: %1</source>
        <translation>Hallo, ich möchte mit Tokenledger sehen, was unsere Organisation für die Claude-API ausgibt; das Programm liest nur Nutzung und Kosten. Könnten Sie mir in der Claude Console (Settings, Admin keys) einen Admin-API-Schlüssel erstellen und ihn mir auf sicherem Weg schicken? Er beginnt mit sk-ant-admin01-. Nur Mitglieder mit der Rolle Admin können einen erstellen: %1</translation>
    </message>
    <message>
        <source>Search, code exec.</source>
        <translation>Suche, Codeausf.</translation>
    </message>
    <message>
        <source>USD a month</source>
        <translation>USD im Monat</translation>
    </message>
    <message>
        <source>USD a week, from Monday</source>
        <translation>USD in der Woche, ab Montag</translation>
    </message>
    <message>
        <source>USD a day</source>
        <translation>USD am Tag</translation>
    </message>
    <message>
        <source>, the first from %1</source>
        <translation>, der erste von %1</translation>
    </message>
    <message>
        <source>, without Priority Tier</source>
        <translation>, ohne Priority Tier</translation>
    </message>
    <message>
        <source>Cost by model</source>
        <translation>Kosten nach Modell</translation>
    </message>
    <message>
        <source>mean of %1</source>
        <translation>Mittel von %1</translation>
    </message>
    <message>
        <source>Model distribution</source>
        <translation>Verteilung auf Modelle</translation>
    </message>
    <message>
        <source>Nothing fetched yet</source>
        <translation>Noch nichts abgerufen</translation>
    </message>
    <message>
        <source>Cache efficiency</source>
        <translation>Cache-Effizienz</translation>
    </message>
    <message>
        <source>hit ratio, and tokens read and written</source>
        <translation>Trefferquote sowie gelesene und geschriebene Tokens</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>share of cost</source>
        <translation>Anteil an den Kosten</translation>
    </message>
    <message>
        <source>share of %1</source>
        <translation>Anteil an %1</translation>
    </message>
    <message>
        <source>workspace and model, by cost</source>
        <translation>Arbeitsbereich und Modell, nach Kosten</translation>
    </message>
    <message>
        <source>workspace and model, against %1</source>
        <translation>Arbeitsbereich und Modell, gegenüber %1</translation>
    </message>
    <message>
        <source>workspace and model, %1 against %2</source>
        <translation>Arbeitsbereich und Modell, %1 gegenüber %2</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Amounts are of %1, changes against %2.</source>
        <translation>Beträge sind von %1, Änderungen gegenüber %2.</translation>
    </message>
    <message>
        <source>Changes table</source>
        <translation>Tabelle der Änderungen</translation>
    </message>
    <message>
        <source>Request id: </source>
        <translation>Anfrage-ID: </translation>
    </message>
    <message>
        <source> The figures are from %1.</source>
        <translation> Die Zahlen sind von %1.</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>A billing problem.</source>
        <translation>Ein Problem mit der Abrechnung.</translation>
    </message>
    <message>
        <source>No permission.</source>
        <translation>Keine Berechtigung.</translation>
    </message>
    <message>
        <source>Change the key...</source>
        <translation>Schlüssel ändern...</translation>
    </message>
    <message>
        <source>The cache is damaged.</source>
        <translation>Der Cache ist beschädigt.</translation>
    </message>
    <message>
        <source>Start afresh...</source>
        <translation>Neu beginnen...</translation>
    </message>
    <message>
        <source>The sync stopped.</source>
        <translation>Der Abgleich wurde beendet.</translation>
    </message>
    <message>
        <source>The cache could not be read.</source>
        <translation>Der Cache konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Opened to read only.</source>
        <translation>Nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>Kein Schlüssel.</translation>
    </message>
    <message>
        <source>Enter the key...</source>
        <translation>Schlüssel eingeben...</translation>
    </message>
    <message>
        <source>Cost is not known by API key.</source>
        <translation>Kosten sind nicht nach API-Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>Drop the key filter</source>
        <translation>Schlüsselfilter entfernen</translation>
    </message>
    <message>
        <source>The key has been in use for %1 days.</source>
        <translation>Der Schlüssel ist seit %1 Tagen in Gebrauch.</translation>
    </message>
    <message>
        <source>Create a new Admin key in the Console, enter it here, then delete the old one there.</source>
        <translation>Erstellen Sie in der Console einen neuen Admin-Schlüssel, geben Sie ihn hier ein und löschen Sie dort den alten.</translation>
    </message>
    <message>
        <source>Enter a new key...</source>
        <translation>Neuen Schlüssel eingeben...</translation>
    </message>
    <message>
        <source>Remind me in %1 days</source>
        <translation>In %1 Tagen erinnern</translation>
    </message>
    <message>
        <source>Nothing of this period was fetched yet.</source>
        <translation>Von diesem Zeitraum wurde noch nichts abgerufen.</translation>
    </message>
    <message>
        <source>Part of this period was never fetched.</source>
        <translation>Ein Teil dieses Zeitraums wurde nie abgerufen.</translation>
    </message>
    <message>
        <source>The gaps are days without data, not days without cost.</source>
        <translation>Die Lücken sind Tage ohne Daten, nicht Tage ohne Kosten.</translation>
    </message>
    <message>
        <source>Fetch them</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Not everything could be asked as planned.</source>
        <translation>Nicht alles konnte wie geplant abgefragt werden.</translation>
    </message>
    <message>
        <source>The last sync had to ask in %1 other ways.</source>
        <translation>Der letzte Abgleich musste auf %1 andere Arten fragen.</translation>
    </message>
    <message>
        <source>Read-only cache.</source>
        <translation>Schreibgeschützter Cache.</translation>
    </message>
    <message>
        <source>It was opened without a key and is not refreshed.</source>
        <translation>Er wurde ohne Schlüssel geöffnet und wird nicht aktualisiert.</translation>
    </message>
    <message>
        <source>Connect organization...</source>
        <translation>Organisation verbinden...</translation>
    </message>
    <message>
        <source>The key is not there</source>
        <translation>Der Schlüssel ist nicht da</translation>
    </message>
    <message>
        <source>This cache is empty</source>
        <translation>Dieser Cache ist leer</translation>
    </message>
    <message>
        <source>It was opened read-only, and nothing has been fetched into it yet.</source>
        <translation>Er wurde schreibgeschützt geöffnet, und es wurde noch nichts in ihn abgerufen.</translation>
    </message>
    <message>
        <source>Open another cache...</source>
        <translation>Anderen Cache öffnen...</translation>
    </message>
    <message>
        <source>Nothing has been fetched yet</source>
        <translation>Es wurde noch nichts abgerufen</translation>
    </message>
    <message>
        <source>The cache of this organization is empty. A sync asks for the newest days first; the first figures are there after three answers.</source>
        <translation>Der Cache dieser Organisation ist leer. Ein Abgleich fragt zuerst nach den neuesten Tagen; die ersten Zahlen sind nach drei Antworten da.</translation>
    </message>
    <message>
        <source>The cache could not be read</source>
        <translation>Der Cache konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Spend to %1</source>
        <translation>Ausgaben bis %1</translation>
    </message>
    <message>
        <source>%1 is the same as in %2.</source>
        <translation>%1 ist gleich wie in %2.</translation>
    </message>
    <message>
        <source>%1 fell %2 against %3</source>
        <translation>%1: %2 weniger als %3</translation>
    </message>
    <message>
        <source>%1 rose %2 against %3</source>
        <translation>%1: %2 mehr als %3</translation>
    </message>
    <message>
        <source>, while tokens grew</source>
        <translation>, während die Tokens zunahmen</translation>
    </message>
    <message>
        <source>, while tokens fell</source>
        <translation>, während die Tokens abnahmen</translation>
    </message>
    <message>
        <source>%1 of %2 final</source>
        <translation>%1 von %2 endgültig</translation>
    </message>
    <message>
        <source>, %1 provisional</source>
        <translation>, %1 vorläufig</translation>
    </message>
    <message>
        <source>, %1 not fetched yet</source>
        <translation>, %1 noch nicht abgerufen</translation>
    </message>
    <message>
        <source>, %1 failed</source>
        <translation>, %1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>%1 of %2 days are here. </source>
        <translation>%1 von %2 Tagen sind da. </translation>
    </message>
    <message>
        <source>Figures below cover %1 only until the others are fetched.</source>
        <translation>Die Zahlen unten umfassen nur %1, bis die übrigen abgerufen sind.</translation>
    </message>
    <message>
        <source>The missing days are gaps below, not zeros.</source>
        <translation>Die fehlenden Tage sind unten Lücken, keine Nullen.</translation>
    </message>
    <message>
        <source>Spend was %1 in %2.</source>
        <translation>Die Ausgaben betrugen %1 für %2.</translation>
    </message>
    <message>
        <source>nothing fetched yet</source>
        <translation>noch nichts abgerufen</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%1 von %2 Tagen</translation>
    </message>
    <message>
        <source>earlier days not fetched</source>
        <translation>frühere Tage nicht abgerufen</translation>
    </message>
    <message>
        <source>not over: no comparison</source>
        <translation>nicht vorbei: kein Vergleich</translation>
    </message>
    <message>
        <source>no comparison yet</source>
        <translation>noch kein Vergleich</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>kein Vergleich</translation>
    </message>
    <message>
        <source>none: days of the period are missing, so that it would look smaller than it is</source>
        <translation>keiner: Tage des Zeitraums fehlen, er sähe also kleiner aus, als er ist</translation>
    </message>
    <message>
        <source>none: a day was fetched before it was over, and only a part of it is here</source>
        <translation>keiner: Ein Tag wurde abgerufen, bevor er vorbei war, und nur ein Teil von ihm ist da</translation>
    </message>
    <message>
        <source>none: days of %1 are not here</source>
        <translation>keiner: Tage von %1 sind nicht da</translation>
    </message>
    <message>
        <source>none: no price is known for one of the two periods</source>
        <translation>keiner: Für einen der beiden Zeiträume ist kein Preis bekannt</translation>
    </message>
    <message>
        <source>none was chosen</source>
        <translation>es wurde keiner gewählt</translation>
    </message>
    <message>
        <source>%1 with %2; the days after were not over when they were fetched</source>
        <translation>%1 mit %2; die Tage danach waren beim Abruf noch nicht vorbei</translation>
    </message>
    <message>
        <source>%1, from the cache, as of %2</source>
        <translation>%1, aus dem Cache, Stand %2</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
    <message>
        <source>Messages usage report</source>
        <translation>Nutzungsbericht</translation>
    </message>
    <message>
        <source>Spend, %1</source>
        <translation>Ausgaben, %1</translation>
    </message>
    <message>
        <source>Spend in period</source>
        <translation>Ausgaben im Zeitraum</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>zuvor %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 before, to %2</source>
        <translation>zuvor %1, bis %2</translation>
    </message>
    <message>
        <source>all API keys</source>
        <translation>alle API-Schlüssel</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts, all cost types, credits included. Priority Tier is billed elsewhere and not in it.</source>
        <translation>Die Summe der Beträge des Kostenberichts, alle Kostenarten, einschließlich Gutschriften. Priority Tier wird an anderer Stelle abgerechnet und ist nicht enthalten.</translation>
    </message>
    <message>
        <source>Priority Tier was used in this period. What it costs is not in the cost report: the bill is higher than this figure.</source>
        <translation>In diesem Zeitraum wurde Priority Tier genutzt. Was es kostet, steht nicht im Kostenbericht: Die Rechnung ist höher als diese Zahl.</translation>
    </message>
    <message>
        <source>Month total</source>
        <translation>Monatssumme</translation>
    </message>
    <message>
        <source>%1 of %2 days final</source>
        <translation>%1 von %2 Tagen endgültig</translation>
    </message>
    <message>
        <source>month end </source>
        <translation>Monatsende </translation>
    </message>
    <message>
        <source> at run rate</source>
        <translation> laut Hochrechnung</translation>
    </message>
    <message>
        <source>from 1 final day</source>
        <translation>aus 1 endgültigen Tag</translation>
    </message>
    <message numerus="yes">
        <source>from %n final days</source>
        <translation>
            <numerusform>aus %n endgültigen Tag</numerusform>
            <numerusform>aus %n endgültigen Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>no final day yet</source>
        <translation>noch kein endgültiger Tag</translation>
    </message>
    <message>
        <source>no run rate yet</source>
        <translation>noch keine Hochrechnung</translation>
    </message>
    <message>
        <source>Spend of the month that the period&apos;s last day lies in.</source>
        <translation>Ausgaben des Monats, in dem der letzte Tag des Zeitraums liegt.</translation>
    </message>
    <message>
        <source>Spend of the month that the period&apos;s last day lies in. Run rate: spend of final days ÷ number of final days × days of the month.</source>
        <translation>Ausgaben des Monats, in dem der letzte Tag des Zeitraums liegt. Hochrechnung: Ausgaben der endgültigen Tage ÷ Zahl der endgültigen Tage × Tage des Monats.</translation>
    </message>
    <message>
        <source>%1 of final days ÷ %2 × %3 days = %4</source>
        <translation>%1 der endgültigen Tage ÷ %2 × %3 Tage = %4</translation>
    </message>
    <message>
        <source>%1 of them output</source>
        <translation>davon %1 Ausgabe</translation>
    </message>
    <message>
        <source>Uncached input + cache read + cache creation (5 minutes and 1 hour) + output. The kinds are disjoint: nothing is counted twice.</source>
        <translation>Eingabe ohne Cache + aus dem Cache gelesen + in den Cache geschrieben (5 Minuten und 1 Stunde) + Ausgabe. Die Arten überschneiden sich nicht: Nichts wird doppelt gezählt.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Priority Tier was used: it is billed elsewhere and not part of spend.</source>
        <translation>Priority Tier wurde genutzt: Es wird an anderer Stelle abgerechnet und ist nicht in den Ausgaben enthalten.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>%1 uncached input, %2 read, %3 written, %4 output</source>
        <translation>%1 Eingabe ohne Cache, %2 gelesen, %3 geschrieben, %4 Ausgabe</translation>
    </message>
    <message>
        <source>%1 read from cache</source>
        <translation>%1 aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Cache read ÷ (cache read + cache creation + uncached input), sum over sum: never a mean of days.</source>
        <translation>Aus dem Cache gelesen ÷ (gelesen + in den Cache geschrieben + Eingabe ohne Cache), Summe durch Summe: nie ein Mittel der Tage.</translation>
    </message>
    <message>
        <source>the organization&apos;s own bill</source>
        <translation>die eigene Rechnung der Organisation</translation>
    </message>
    <message>
        <source>own bill, some from a neighbouring day</source>
        <translation>eigene Rechnung, zum Teil von einem benachbarten Tag</translation>
    </message>
    <message>
        <source>own bill, and the price book where it has no price</source>
        <translation>eigene Rechnung, und die Preisliste, wo jene keinen Preis hat</translation>
    </message>
    <message>
        <source> (partly an estimate)</source>
        <translation> (zum Teil geschätzt)</translation>
    </message>
    <message>
        <source>1 model</source>
        <translation>1 Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source> without a price</source>
        <translation> ohne Preis</translation>
    </message>
    <message>
        <source>%1 of %2 groups</source>
        <translation>%1 von %2 Gruppen</translation>
    </message>
    <message>
        <source> lose money</source>
        <translation> verlieren Geld</translation>
    </message>
    <message>
        <source>in all %1 groups</source>
        <translation>in allen %1 Gruppen</translation>
    </message>
    <message>
        <source>the cache is not used</source>
        <translation>der Cache wird nicht genutzt</translation>
    </message>
    <message>
        <source>Read saving − write premium: tokens read × (input price − read price), less tokens written × (write price − input price). A group is a workspace and a model.</source>
        <translation>Leseersparnis − Schreibaufschlag: gelesene Tokens × (Eingabepreis − Lesepreis), abzüglich geschriebene Tokens × (Schreibpreis − Eingabepreis). Eine Gruppe ist ein Arbeitsbereich mit einem Modell.</translation>
    </message>
    <message>
        <source>no price is known for %1</source>
        <translation>für %1 ist kein Preis bekannt</translation>
    </message>
    <message>
        <source>Read saving</source>
        <translation>Leseersparnis</translation>
    </message>
    <message>
        <source>Write premium</source>
        <translation>Schreibaufschlag</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Claude Code users</source>
        <translation>Claude-Code-Personen</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>of all; filters do not apply</source>
        <translation>von allen; Filter wirken hier nicht</translation>
    </message>
    <message>
        <source>active in the period</source>
        <translation>aktiv im Zeitraum</translation>
    </message>
    <message>
        <source>active; %1 failed</source>
        <translation>aktiv; %1 fehlgeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>active; %n days failed</source>
        <translation>
            <numerusform>aktiv; %n Tag fehlgeschlagen</numerusform>
            <numerusform>aktiv; %n Tage fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Claude Code report</source>
        <translation>Claude-Code-Bericht</translation>
    </message>
    <message>
        <source>Distinct people with at least one Claude Code session in the period. API keys that use Claude Code are not counted. Filters do not apply.</source>
        <translation>Verschiedene Personen mit mindestens einer Claude-Code-Sitzung im Zeitraum. API-Schlüssel, die Claude Code nutzen, zählen nicht. Filter wirken hier nicht.</translation>
    </message>
    <message>
        <source>No key, nothing is sent</source>
        <translation>Kein Schlüssel, es wird nichts gesendet</translation>
    </message>
    <message>
        <source>Sample data, invented</source>
        <translation>Beispieldaten, erfunden</translation>
    </message>
    <message>
        <source>Read-only · sample data, invented</source>
        <translation>Schreibgeschützt · Beispieldaten, erfunden</translation>
    </message>
    <message>
        <source>Read-only cache</source>
        <translation>Schreibgeschützter Cache</translation>
    </message>
    <message>
        <source>Opened to read only</source>
        <translation>Nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>key held for this run</source>
        <translation>Schlüssel nur für diese Sitzung</translation>
    </message>
    <message>
        <source>key in keychain</source>
        <translation>Schlüssel im Schlüsselbund</translation>
    </message>
    <message>
        <source>Ready · %1</source>
        <translation>Bereit · %1</translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation>Offline · %1</translation>
    </message>
    <message>
        <source>Online · %1</source>
        <translation>Online · %1</translation>
    </message>
    <message>
        <source>%1 not fetched yet</source>
        <translation>%1 noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Sync %1 of %2 requests</source>
        <translation>Abgleich: %1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>, paused to %1</source>
        <translation>, Pause bis %1</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 Monate</translation>
    </message>
    <message>
        <source>13 months</source>
        <translation>13 Monate</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: at most %2 requests, %3</source>
        <translation>%1: höchstens %2 Anfragen, %3</translation>
    </message>
    <message>
        <source>Sync further back</source>
        <translation>Weiter zurück abgleichen</translation>
    </message>
    <message>
        <source>How far back should the cache reach?</source>
        <translation>Wie weit soll der Cache zurückreichen?</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Set this cache aside and begin a fresh one?</source>
        <translation>Diesen Cache beiseitelegen und einen neuen beginnen?</translation>
    </message>
    <message>
        <source>It is kept under another name in the same folder. What the server still answers is fetched again; what it no longer answers, and the log of changes, stay in the kept file only.</source>
        <translation>Er bleibt unter einem anderen Namen im selben Ordner. Was der Server noch beantwortet, wird erneut abgerufen; was er nicht mehr beantwortet, und das Protokoll der Änderungen bleiben nur in der aufbewahrten Datei.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Beiseitelegen</translation>
    </message>
    <message>
        <source>Started afresh</source>
        <translation>Neu begonnen</translation>
    </message>
    <message>
        <source>The damaged cache is kept as %1.</source>
        <translation>Der beschädigte Cache bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>What the server or the system said:</source>
        <translation>Was der Server oder das System gesagt hat:</translation>
    </message>
    <message>
        <source>%1: final.</source>
        <translation>%1: endgültig.</translation>
    </message>
    <message>
        <source>Fetched %1, at least 72 hours after the day ended.</source>
        <translation>Abgerufen %1, mindestens 72 Stunden nach dem Ende des Tages.</translation>
    </message>
    <message>
        <source>%1: provisional.</source>
        <translation>%1: vorläufig.</translation>
    </message>
    <message>
        <source>Fetched %1; it may still change until %2.</source>
        <translation>Abgerufen %1; kann sich noch bis %2 ändern.</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message>
        <source>%1: failed.</source>
        <translation>%1: fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 Last tried %2.</source>
        <translation>%1 Zuletzt versucht %2.</translation>
    </message>
    <message>
        <source>Retry this day</source>
        <translation>Diesen Tag erneut versuchen</translation>
    </message>
    <message>
        <source>%1: missing.</source>
        <translation>%1: fehlt.</translation>
    </message>
    <message>
        <source>%1: not asked for.</source>
        <translation>%1: nicht abgefragt.</translation>
    </message>
    <message>
        <source>This day was never fetched. It is a gap, not a zero.</source>
        <translation>Dieser Tag wurde nie abgerufen. Er ist eine Lücke, keine Null.</translation>
    </message>
    <message>
        <source>Fetch this day</source>
        <translation>Diesen Tag abrufen</translation>
    </message>
    <message>
        <source> The last attempt failed: %1</source>
        <translation> Der letzte Versuch schlug fehl: %1</translation>
    </message>
    <message>
        <source>, %1 missing</source>
        <translation>, %1 fehlen</translation>
    </message>
    <message>
        <source>Fetch what is not there</source>
        <translation>Abrufen, was nicht da ist</translation>
    </message>
    <message>
        <source>Choose a square, with the mouse or the arrow keys, to see when its day was fetched.</source>
        <translation>Wählen Sie mit der Maus oder den Pfeiltasten ein Quadrat, um zu sehen, wann sein Tag abgerufen wurde.</translation>
    </message>
    <message>
        <source>Reached %1</source>
        <translation>%1 erreicht</translation>
    </message>
    <message>
        <source>Reached the server</source>
        <translation>Den Server erreicht</translation>
    </message>
    <message>
        <source>in %1 ms</source>
        <translation>in %1 ms</translation>
    </message>
    <message>
        <source>Key has a known form</source>
        <translation>Der Schlüssel hat eine bekannte Form</translation>
    </message>
    <message>
        <source>Admin key</source>
        <translation>Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Claude Enterprise key, not an Admin key</source>
        <translation>Claude-Enterprise-Schlüssel, kein Admin-Schlüssel</translation>
    </message>
    <message>
        <source>ordinary API key, not an Admin key</source>
        <translation>gewöhnlicher API-Schlüssel, kein Admin-Schlüssel</translation>
    </message>
    <message>
        <source>unknown; the server decides</source>
        <translation>unbekannt; der Server entscheidet</translation>
    </message>
    <message>
        <source>No organization connected</source>
        <translation>Keine Organisation verbunden</translation>
    </message>
    <message>
        <source>Next sync %1</source>
        <translation>Nächster Abgleich %1</translation>
    </message>
    <message>
        <source>nothing fetched of this period</source>
        <translation>von diesem Zeitraum nichts abgerufen</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>%1 to reset</source>
        <translation>%1 bis zur Freigabe</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>This cache could not be opened</source>
        <translation>Dieser Cache ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>This cache is damaged</source>
        <translation>Dieser Cache ist beschädigt</translation>
    </message>
    <message>
        <source>%1

Set aside, it is kept under another name in the same folder, and a fresh one is begun: what the server still answers is fetched again.</source>
        <translation>%1

Beiseitegelegt bleibt er unter einem anderen Namen im selben Ordner, und ein neuer wird begonnen: Was der Server noch beantwortet, wird erneut abgerufen.</translation>
    </message>
    <message>
        <source>Set aside and start afresh</source>
        <translation>Beiseitelegen und neu beginnen</translation>
    </message>
    <message>
        <source>Auto (day)</source>
        <translation>Auto (Tag)</translation>
    </message>
    <message>
        <source>Auto (week)</source>
        <translation>Auto (Woche)</translation>
    </message>
    <message>
        <source>Auto (month)</source>
        <translation>Auto (Monat)</translation>
    </message>
    <message>
        <source>The proxy is not an address like http://proxy.example.com:8080 or socks5://proxy.example.com:1080.</source>
        <translation>Der Proxy ist keine Adresse wie http://proxy.example.com:8080 oder socks5://proxy.example.com:1080.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address may hold no name and password: others could read them. Put them into the system&apos;s proxy settings or the environment variable https_proxy.</source>
        <translation>Die Adresse des Proxys darf weder Name noch Kennwort enthalten: Andere könnten sie lesen. Geben Sie sie in den Proxy-Einstellungen des Systems oder in der Umgebungsvariablen https_proxy an.</translation>
    </message>
    <message>
        <source>The proxy&apos;s address ends with its port, as in http://proxy.example.com:8080.</source>
        <translation>Die Adresse des Proxys endet mit seinem Port, wie in http://proxy.example.com:8080.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder; name a file in it.</source>
        <translation>„%1“ ist ein Ordner; nennen Sie eine Datei darin.</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;; create it or choose another.</source>
        <translation>Den Ordner „%1“ gibt es nicht; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written; check the permissions of the file and its folder, or choose another place.</source>
        <translation>„%1“ lässt sich nicht schreiben; prüfen Sie die Rechte der Datei und ihres Ordners, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; was not written, and a file that was there is unchanged. Free some space and try again.</source>
        <translation>Der Datenträger ist voll: „%1“ wurde nicht geschrieben, eine vorhandene Datei ist unverändert. Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written, and a file that was there is unchanged. Check the disk, or choose another place.</source>
        <translation>„%1“ konnte nicht geschrieben werden, eine vorhandene Datei ist unverändert. Prüfen Sie den Datenträger, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Nobody reads from &quot;%1&quot;; start the program that does first.</source>
        <translation>Niemand liest aus „%1“; starten Sie zuerst das Programm, das es tut.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; did not take the whole export. Check where it leads, or choose another place.</source>
        <translation>„%1“ hat nicht den ganzen Export angenommen. Prüfen Sie, wohin es führt, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>No file was named; name the file to write.</source>
        <translation>Es wurde keine Datei genannt; nennen Sie die Datei, die geschrieben werden soll.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to a Tokenledger cache, which the export would destroy. Choose another name.</source>
        <translation>„%1“ gehört zu einem Tokenledger-Cache, den der Export zerstören würde. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a file but a device or a socket. Choose another name.</source>
        <translation>„%1“ ist keine Datei, sondern ein Gerät oder ein Socket. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is Priority Tier use in this range: it is billed elsewhere and not part of the cost report.</source>
        <translation>In diesem Zeitraum wurde Priority Tier genutzt: Es wird an anderer Stelle abgerechnet und steht nicht im Kostenbericht.</translation>
    </message>
    <message>
        <source>People who use Claude Code with a subscription may be missing: the API tells mostly of use that is billed by token.</source>
        <translation>Personen, die Claude Code mit einem Abonnement nutzen, können fehlen: Die API berichtet vor allem über Nutzung, die nach Tokens abgerechnet wird.</translation>
    </message>
    <message>
        <source> Unlock or install a keychain, or give the key by the environment variable ANTHROPIC_ADMIN_KEY or with --key-file.</source>
        <translation> Entsperren oder installieren Sie einen Schlüsselbund, oder geben Sie den Schlüssel mit der Umgebungsvariablen ANTHROPIC_ADMIN_KEY oder mit --key-file an.</translation>
    </message>
    <message>
        <source>There is no key for this profile in the keychain, or the keychain is locked.</source>
        <translation>Im Schlüsselbund ist kein Schlüssel für dieses Profil, oder der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Access to the keychain was declined.</source>
        <translation>Der Zugriff auf den Schlüsselbund wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The keychain is locked or denies access.</source>
        <translation>Der Schlüsselbund ist gesperrt oder verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Diese Sitzung hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain of this session does not answer.</source>
        <translation>Der Schlüsselbund dieser Sitzung antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file for the backup.</source>
        <translation>%1 ist ein Ordner; nennen Sie eine Datei für die Sicherung.</translation>
    </message>
    <message>
        <source>There is no folder %1; create it or choose another.</source>
        <translation>Den Ordner %1 gibt es nicht; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is there already. A backup never replaces a file; choose another name.</source>
        <translation>%1 gibt es schon. Eine Sicherung ersetzt nie eine Datei; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is left over from another file of this name; choose another name.</source>
        <translation>%1 ist von einer anderen Datei dieses Namens übrig; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The backup %1 could not be created; check that you may write to its folder.</source>
        <translation>Die Sicherung %1 konnte nicht angelegt werden; prüfen Sie, ob Sie in ihren Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>The cache %1 is open in another window or program, so it was not deleted. Close it there first.</source>
        <translation>Der Cache %1 ist in einem anderen Fenster oder Programm offen und wurde deshalb nicht gelöscht. Schließen Sie ihn zuerst dort.</translation>
    </message>
    <message>
        <source>%1 could not be deleted: %2.</source>
        <translation>%1 konnte nicht gelöscht werden: %2.</translation>
    </message>
    <message>
        <source>%1 is not a Tokenledger cache; it was left as it is.</source>
        <translation>%1 ist kein Tokenledger-Cache; die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The cache was used before it was opened.</source>
        <translation>Der Cache wurde benutzt, bevor er geöffnet war.</translation>
    </message>
    <message>
        <source>%1 is not a Tokenledger cache, or its beginning is damaged; it was left as it is. Choose another file, or put a good copy in its place.</source>
        <translation>%1 ist kein Tokenledger-Cache, oder sein Anfang ist beschädigt; die Datei blieb, wie sie ist. Wählen Sie eine andere Datei, oder legen Sie eine gute Kopie an ihre Stelle.</translation>
    </message>
    <message>
        <source>The cache %1 was made by a newer version of Tokenledger (its schema is %2, this version knows up to %3). Update Tokenledger to open it.</source>
        <translation>Der Cache %1 stammt von einer neueren Version von Tokenledger (sein Schema ist %2, diese Version kennt bis %3). Aktualisieren Sie Tokenledger, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a cache file.</source>
        <translation>%1 ist ein Ordner, keine Cache-Datei.</translation>
    </message>
    <message>
        <source>%1 is a device, a pipe or a socket, not a cache file. Choose another file.</source>
        <translation>%1 ist ein Gerät, eine Pipe oder ein Socket, keine Cache-Datei. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 %2 could not be created: %3.</source>
        <translation>%1 %2 konnte nicht angelegt werden: %3.</translation>
    </message>
    <message>
        <source>The folder of %1 is on a file system that cannot hold a cache (no shared memory). Choose a folder on a local disk.</source>
        <translation>Der Ordner von %1 liegt auf einem Dateisystem, das keinen Cache halten kann (kein gemeinsamer Speicher). Wählen Sie einen Ordner auf einem lokalen Datenträger.</translation>
    </message>
    <message>
        <source>The backup</source>
        <translation>Die Sicherung</translation>
    </message>
    <message>
        <source>The backup %1 could not be written, so the cache was left as it is.</source>
        <translation>Die Sicherung %1 konnte nicht geschrieben werden, deshalb blieb der Cache, wie er ist.</translation>
    </message>
    <message>
        <source>The folder %1 could not be created. Check that you may write there.</source>
        <translation>Der Ordner %1 konnte nicht angelegt werden. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The cache</source>
        <translation>Der Cache</translation>
    </message>
    <message>
        <source>The cache %1 may not be written: the file is read-only. Change its permissions, or open it read-only.</source>
        <translation>Der Cache %1 darf nicht geschrieben werden: Die Datei ist schreibgeschützt. Ändern Sie ihre Rechte, oder öffnen Sie sie schreibgeschützt.</translation>
    </message>
    <message>
        <source>The cache %1 is empty: nothing was ever synced into it.</source>
        <translation>Der Cache %1 ist leer: Es wurde nie etwas in ihn abgeglichen.</translation>
    </message>
    <message>
        <source>The cache %1 is from an older version of Tokenledger. Open it once with write access, for example with a sync, so that it is brought up to date.</source>
        <translation>Der Cache %1 stammt von einer älteren Version von Tokenledger. Öffnen Sie ihn einmal mit Schreibzugriff, zum Beispiel durch einen Abgleich, damit er auf den neuen Stand kommt.</translation>
    </message>
    <message>
        <source>There is no cache at %1. Sync first, or check the path.</source>
        <translation>Bei %1 gibt es keinen Cache. Gleichen Sie zuerst ab, oder prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>You may not read the cache %1. Change its permissions, or ask its owner.</source>
        <translation>Sie dürfen den Cache %1 nicht lesen. Ändern Sie seine Rechte, oder fragen Sie seinen Besitzer.</translation>
    </message>
    <message>
        <source>The cache %1 lies in a folder that cannot be written, and its last changes are still in the file beside it (-wal). Copy both into a folder of your own and open the copy.</source>
        <translation>Der Cache %1 liegt in einem Ordner, in den nicht geschrieben werden kann, und seine letzten Änderungen sind noch in der Datei daneben (-wal). Kopieren Sie beide in einen eigenen Ordner und öffnen Sie die Kopie.</translation>
    </message>
    <message>
        <source>%1 could not be renamed, so it was left as it is: %2. Check that you may write to its folder.</source>
        <translation>%1 konnte nicht umbenannt werden und blieb, wie es ist: %2. Prüfen Sie, ob Sie in den Ordner schreiben dürfen.</translation>
    </message>
    <message>
        <source>There is no cache at %1.</source>
        <translation>Bei %1 gibt es keinen Cache.</translation>
    </message>
    <message>
        <source>The cache is kept as %1, but no fresh file could be made in its place: %2.</source>
        <translation>Der Cache bleibt als %1 erhalten, aber an seiner Stelle ließ sich keine neue Datei anlegen: %2.</translation>
    </message>
    <message>
        <source>The disk that holds the cache %1 is full. Free some space and try again; what was saved before is still there.</source>
        <translation>Der Datenträger mit dem Cache %1 ist voll. Schaffen Sie Platz und versuchen Sie es erneut; was vorher gespeichert wurde, ist noch da.</translation>
    </message>
    <message>
        <source>The disk did not take what was written to the cache %1: it may be full, over a quota, or failing. Free some space and try again; what was saved before is still there.</source>
        <translation>Der Datenträger hat nicht angenommen, was in den Cache %1 geschrieben wurde: Er kann voll, über einem Kontingent oder defekt sein. Schaffen Sie Platz und versuchen Sie es erneut; was vorher gespeichert wurde, ist noch da.</translation>
    </message>
    <message>
        <source>There was not enough memory to use the cache %1. Close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reichte nicht, um den Cache %1 zu nutzen. Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The file system of the cache %1 cannot lock or share it. Move the cache to a folder on a local disk.</source>
        <translation>Das Dateisystem des Caches %1 kann ihn nicht sperren oder teilen. Verschieben Sie den Cache in einen Ordner auf einem lokalen Datenträger.</translation>
    </message>
    <message>
        <source>The disk did not read or write the cache %1. Check the disk, then run verify.</source>
        <translation>Der Datenträger hat den Cache %1 nicht gelesen oder geschrieben. Prüfen Sie den Datenträger und dann den Cache.</translation>
    </message>
    <message>
        <source>The cache %1 is damaged. Put a good copy in its place, or set it aside and sync again.</source>
        <translation>Der Cache %1 ist beschädigt. Legen Sie eine gute Kopie an seine Stelle, oder legen Sie ihn beiseite und gleichen Sie neu ab.</translation>
    </message>
    <message>
        <source>The cache %1 is locked by another program. Close that program and try again.</source>
        <translation>Der Cache %1 ist von einem anderen Programm gesperrt. Schließen Sie dieses Programm und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The cache %1 may not be written: the file or its folder is read-only.</source>
        <translation>Der Cache %1 darf nicht geschrieben werden: Die Datei oder ihr Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The cache %1 cannot be opened: check that you may read the file and its folder.</source>
        <translation>Der Cache %1 lässt sich nicht öffnen: Prüfen Sie, ob Sie die Datei und ihren Ordner lesen dürfen.</translation>
    </message>
    <message>
        <source>The cache %1 could not be used.</source>
        <translation>Der Cache %1 konnte nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Stopped before it was done: a newer question took its place.</source>
        <translation>Vor dem Ende abgebrochen: Eine neuere Frage trat an die Stelle.</translation>
    </message>
    <message>
        <source>SQLite finds the file damaged: %1.</source>
        <translation>SQLite findet die Datei beschädigt: %1.</translation>
    </message>
    <message>
        <source>A row of %1 points to a row of %2 that does not exist.</source>
        <translation>Eine Zeile von %1 verweist auf eine Zeile von %2, die es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 days of dataset %2 are in a state that there is not.</source>
        <translation>%1 Tage des Datensatzes %2 sind in einem Zustand, den es nicht gibt.</translation>
    </message>
    <message>
        <source>Row %1 of %2 is there %3 times under different numbers.</source>
        <translation>Zeile %1 von %2 ist %3-mal unter verschiedenen Nummern da.</translation>
    </message>
    <message>
        <source>Row %1 of %2_key names the text %3, which does not exist.</source>
        <translation>Zeile %1 von %2_key nennt den Text %3, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The numbers of the texts have gaps: a text was taken out.</source>
        <translation>Die Nummern der Texte haben Lücken: Ein Text wurde entfernt.</translation>
    </message>
    <message>
        <source>The check could not be made: %1.</source>
        <translation>Die Prüfung war nicht möglich: %1.</translation>
    </message>
    <message>
        <source>The facts of a day are too large to add up.</source>
        <translation>Die Werte eines Tages sind zu groß, um sie zu summieren.</translation>
    </message>
    <message>
        <source>%1, combination %2: %3 differ from the day&apos;s activity.</source>
        <translation>%1, Kombination %2: %3 weichen von der Aktivität des Tages ab.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>No price is known for %1: these cached tokens are not part of the savings.</source>
        <translation>Für %1 ist kein Preis bekannt: Diese Cache-Tokens sind nicht in der Ersparnis enthalten.</translation>
    </message>
    <message>
        <source>Days that are not final, or with few tokens, take their prices from the nearest billed day.</source>
        <translation>Tage, die nicht endgültig sind oder wenige Tokens haben, nehmen ihre Preise vom nächstgelegenen abgerechneten Tag.</translation>
    </message>
    <message>
        <source>Where the bill gives no price, published prices are used: %1.</source>
        <translation>Wo die Rechnung keinen Preis nennt, gelten veröffentlichte Preise: %1.</translation>
    </message>
    <message>
        <source>The price of %1 depends on the length of each prompt, which the usage report does not tell: savings computed from its published price are estimates.</source>
        <translation>Der Preis von %1 hängt von der Länge jedes Prompts ab, die der Nutzungsbericht nicht nennt: Aus dem veröffentlichten Preis berechnete Ersparnisse sind Schätzungen.</translation>
    </message>
    <message>
        <source>This cache is opened read-only, so nothing can be synced into it.</source>
        <translation>Dieser Cache ist schreibgeschützt geöffnet, es kann also nichts in ihn abgeglichen werden.</translation>
    </message>
    <message>
        <source>The lock file</source>
        <translation>Die Sperrdatei</translation>
    </message>
    <message>
        <source>Another window or sync is writing to the cache %1. Wait until it is done, or close it.</source>
        <translation>Ein anderes Fenster oder ein anderer Abgleich schreibt in den Cache %1. Warten Sie, bis er fertig ist, oder schließen Sie ihn.</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of this language</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server refused the key.</source>
        <translation>Der Server hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>The server does not let this key read that, or the organization&apos;s billing has a problem.</source>
        <translation>Der Server lässt diesen Schlüssel das nicht lesen, oder die Abrechnung der Organisation hat ein Problem.</translation>
    </message>
    <message>
        <source>The server does not have this report.</source>
        <translation>Der Server hat diesen Bericht nicht.</translation>
    </message>
    <message>
        <source>The rate limit of the organization is used up.</source>
        <translation>Das Anfragelimit der Organisation ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The answer of the server could not be used.</source>
        <translation>Die Antwort des Servers war nicht verwendbar.</translation>
    </message>
    <message>
        <source>Cache &amp;efficiency</source>
        <translation>&amp;Cache-Effizienz</translation>
    </message>
    <message>
        <source>Written 5m</source>
        <translation>Geschrieben 5 min</translation>
    </message>
    <message>
        <source>Written 1h</source>
        <translation>Geschrieben 1 h</translation>
    </message>
    <message>
        <source>Reads/write</source>
        <translation>Lesen/Schreiben</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Aufschlag</translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation>Nettoersparnis</translation>
    </message>
    <message>
        <source>Price source</source>
        <translation>Preisquelle</translation>
    </message>
    <message>
        <source>unpriced</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>loses money</source>
        <translation>verliert Geld</translation>
    </message>
    <message>
        <source>Hit ratio, and tokens read and written</source>
        <translation>Trefferquote sowie gelesene und geschriebene Tokens</translation>
    </message>
    <message>
        <source>Uncached</source>
        <translation>Ohne Cache</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>own bill</source>
        <translation>eigene Rechnung</translation>
    </message>
    <message>
        <source>nearest day</source>
        <translation>nächstgelegener Tag</translation>
    </message>
    <message>
        <source>your prices</source>
        <translation>Ihre Preise</translation>
    </message>
    <message>
        <source>price book</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>5m write</source>
        <translation>Schreiben 5 min</translation>
    </message>
    <message>
        <source>1h write</source>
        <translation>Schreiben 1 h</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 %2 price %3 → %4</source>
        <translation>%1, Preis für %2: %3 → %4</translation>
    </message>
    <message>
        <source>long ago</source>
        <translation>vor langer Zeit</translation>
    </message>
    <message>
        <source>the bill of the same day, %1</source>
        <translation>die Rechnung desselben Tages, %1</translation>
    </message>
    <message>
        <source>the bills of the same days, %1</source>
        <translation>die Rechnungen derselben Tage, %1</translation>
    </message>
    <message>
        <source>the bill of %1, the nearest day that has one</source>
        <translation>die Rechnung vom %1, dem nächstgelegenen Tag mit einer</translation>
    </message>
    <message>
        <source>the bills of the nearest days that have one, %1</source>
        <translation>die Rechnungen der nächstgelegenen Tage mit einer, %1</translation>
    </message>
    <message>
        <source>your own price list</source>
        <translation>Ihre eigene Preisliste</translation>
    </message>
    <message>
        <source>published prices</source>
        <translation>veröffentlichte Preise</translation>
    </message>
    <message>
        <source>%1, in force since %2 and since %3</source>
        <translation>%1, gültig seit %2 und seit %3</translation>
    </message>
    <message>
        <source>%1, in force since %2</source>
        <translation>%1, gültig seit %2</translation>
    </message>
    <message>
        <source>no price is known: not in the dollars, and not taken as zero</source>
        <translation>kein Preis bekannt: nicht in den Dollarbeträgen und nicht als null gerechnet</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <translation>Preis: %1</translation>
    </message>
    <message>
        <source>%1 of the cached tokens; %2</source>
        <translation>%1 der Cache-Tokens; %2</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>a listed price depends on the length of each prompt, which the usage report does not tell</source>
        <translation>ein Listenpreis hängt von der Länge jedes Prompts ab, die der Nutzungsbericht nicht nennt</translation>
    </message>
    <message>
        <source>Cache read ÷ (cache read + written 5m + written 1h + uncached input), sum over sum: never a mean of days.</source>
        <translation>Aus dem Cache gelesen ÷ (gelesen + geschrieben 5 min + geschrieben 1 h + Eingabe ohne Cache), Summe durch Summe: nie ein Mittel der Tage.</translation>
    </message>
    <message>
        <source>Input tokens that were read from the cache.</source>
        <translation>Eingabetokens, die aus dem Cache gelesen wurden.</translation>
    </message>
    <message>
        <source>Input tokens written to the cache for 5 minutes.</source>
        <translation>Eingabetokens, die für 5 Minuten in den Cache geschrieben wurden.</translation>
    </message>
    <message>
        <source>Input tokens written to the cache for 1 hour.</source>
        <translation>Eingabetokens, die für 1 Stunde in den Cache geschrieben wurden.</translation>
    </message>
    <message>
        <source>Cache read ÷ (written 5m + written 1h). Below the break-even, caching loses money.</source>
        <translation>Aus dem Cache gelesen ÷ (geschrieben 5 min + geschrieben 1 h). Unter der Gewinnschwelle verliert das Caching Geld.</translation>
    </message>
    <message>
        <source>Reads per write at which the net saving is zero: (write price − input price) ÷ (input price − read price), prices on average over these tokens.</source>
        <translation>Lesevorgänge je Schreibvorgang, bei denen die Nettoersparnis null ist: (Schreibpreis − Eingabepreis) ÷ (Eingabepreis − Lesepreis), Preise im Mittel über diese Tokens.</translation>
    </message>
    <message>
        <source>Cache read × (input price − read price).</source>
        <translation>Aus dem Cache gelesen × (Eingabepreis − Lesepreis).</translation>
    </message>
    <message>
        <source>Written 5m × (5m price − input price) + written 1h × (1h price − input price): what writing cost more than ordinary input. Shown as a cost.</source>
        <translation>Geschrieben 5 min × (Preis 5 min − Eingabepreis) + geschrieben 1 h × (Preis 1 h − Eingabepreis): was das Schreiben mehr kostete als gewöhnliche Eingabe. Als Kosten gezeigt.</translation>
    </message>
    <message>
        <source>Read saving − write premium. Below zero, caching loses money.</source>
        <translation>Leseersparnis − Schreibaufschlag. Unter null verliert das Caching Geld.</translation>
    </message>
    <message>
        <source>The first that has a price: the own bill of the day (amount ÷ tokens, of a final day with 10,000 tokens or more), the nearest billed day within 31 days, your own price list, the published prices.</source>
        <translation>Die erste Quelle mit einem Preis: die eigene Rechnung des Tages (Betrag ÷ Tokens, an einem endgültigen Tag mit mindestens 10.000 Tokens), der nächstgelegene abgerechnete Tag innerhalb von 31 Tagen, Ihre eigene Preisliste, die veröffentlichten Preise.</translation>
    </message>
    <message>
        <source>Uncached input</source>
        <translation>Eingabe ohne Cache</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>Im Mittel</translation>
    </message>
    <message>
        <source>%1 less for a million tokens read than as input</source>
        <translation>%1 weniger für eine Million gelesene Tokens als für Eingabe</translation>
    </message>
    <message>
        <source>%1 more for a million tokens written than as input</source>
        <translation>%1 mehr für eine Million geschriebene Tokens als für Eingabe</translation>
    </message>
    <message>
        <source>In %1 of %2 groups it costs more than it saves.</source>
        <translation>In %1 von %2 Gruppen kostet es mehr, als es spart.</translation>
    </message>
    <message>
        <source>It saves in all %1 groups.</source>
        <translation>Es spart in allen %1 Gruppen.</translation>
    </message>
    <message>
        <source>Net saving by %1</source>
        <translation>Nettoersparnis nach %1</translation>
    </message>
    <message>
        <source>Net saving by %1 and %2</source>
        <translation>Nettoersparnis nach %1 und %2</translation>
    </message>
    <message>
        <source>The cache was not used in %1.</source>
        <translation>Der Cache wurde in %1 nicht genutzt.</translation>
    </message>
    <message>
        <source>No price is known for what was cached in %1.</source>
        <translation>Für das Gecachte in %1 ist kein Preis bekannt.</translation>
    </message>
    <message>
        <source>Caching cost %1 more than it saved in %2.</source>
        <translation>Das Caching kostete für %2 %1 mehr, als es sparte.</translation>
    </message>
    <message>
        <source>Caching saved %1 net in %2.</source>
        <translation>Das Caching sparte für %2 netto %1.</translation>
    </message>
    <message>
        <source>%1 has no price and is left out.</source>
        <translation>%1 hat keinen Preis und ist ausgelassen.</translation>
    </message>
    <message>
        <source>%1 models have no price and are left out.</source>
        <translation>%1 Modelle haben keinen Preis und sind ausgelassen.</translation>
    </message>
    <message>
        <source>per month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>per week, from Monday</source>
        <translation>je Woche, ab Montag</translation>
    </message>
    <message>
        <source>per day</source>
        <translation>je Tag</translation>
    </message>
    <message>
        <source>partly unpriced</source>
        <translation>zum Teil ohne Preis</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>prices of %1 models changed</source>
        <translation>Preise von %1 Modellen änderten sich</translation>
    </message>
    <message>
        <source>none: this page shows one period; Overview compares the net saving</source>
        <translation>keiner: Diese Seite zeigt einen Zeitraum; die Übersicht vergleicht die Nettoersparnis</translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation>Zeilen dahinter</translation>
    </message>
    <message>
        <source>1 sum of a day, model, tier and context window</source>
        <translation>1 Summe eines Tages, Modells, einer Tarifstufe und eines Kontextfensters</translation>
    </message>
    <message>
        <source>%1 sums, each of a day, model, tier and context window</source>
        <translation>%1 Summen, je eines Tages, Modells, einer Tarifstufe und eines Kontextfensters</translation>
    </message>
    <message>
        <source>Usage report, and cost report for the prices, from the cache</source>
        <translation>Nutzungsbericht, und Kostenbericht für die Preise, aus dem Cache</translation>
    </message>
    <message>
        <source>Usage report, from the cache</source>
        <translation>Nutzungsbericht, aus dem Cache</translation>
    </message>
    <message>
        <source>Priority Tier, which is billed elsewhere and has no price by the token</source>
        <translation>Priority Tier, das an anderer Stelle abgerechnet wird und keinen Preis je Token hat</translation>
    </message>
    <message>
        <source>own bill, and your prices where it has no price</source>
        <translation>eigene Rechnung, und Ihre Preise, wo jene keinen hat</translation>
    </message>
    <message>
        <source>%1B</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 T</source>
        <translation>%1 Bio.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>(default workspace)</source>
        <translation>(Standard-Arbeitsbereich)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Unused and idle keys</source>
        <translation>Ungenutzte und ruhende Schlüssel</translation>
    </message>
    <message>
        <source>API keys that the newest list names as active, without tokens since the first day of the period. Last used: the last day with tokens in the cache.</source>
        <translation>API-Schlüssel, die die neueste Liste als aktiv nennt, ohne Tokens seit dem ersten Tag des Zeitraums. Zuletzt genutzt: der letzte Tag mit Tokens im Cache.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>1 row selected</source>
        <translation>1 Zeile gewählt</translation>
    </message>
    <message>
        <source>%1 rows selected</source>
        <translation>%1 Zeilen gewählt</translation>
    </message>
    <message>
        <source>sum %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>%1 of the total</source>
        <translation>%1 der Summe</translation>
    </message>
    <message>
        <source>&amp;Usage</source>
        <translation>&amp;Nutzung</translation>
    </message>
    <message>
        <source>C&amp;laude Code</source>
        <translation>C&amp;laude Code</translation>
    </message>
    <message>
        <source>Nobody used Claude Code in this period</source>
        <translation>Niemand nutzte Claude Code in diesem Zeitraum</translation>
    </message>
    <message>
        <source>None in this period</source>
        <translation>Keine in diesem Zeitraum</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>mean of %1: %2 a day</source>
        <translation>Mittel von %1: %2 am Tag</translation>
    </message>
    <message>
        <source>mean of %1: %2 a week</source>
        <translation>Mittel von %1: %2 in der Woche</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>Verschiedene Personen</translation>
    </message>
    <message>
        <source>Suggestions accepted, by tool</source>
        <translation>Angenommene Vorschläge, nach Werkzeug</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>No suggestions in this period</source>
        <translation>Keine Vorschläge in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>Person or key</source>
        <translation>Person oder Schlüssel</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Aktive Tage</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Lines added</source>
        <translation>Zeilen neu</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Commits</source>
        <translation>Commits</translation>
    </message>
    <message>
        <source>Pull requests</source>
        <translation>Pull Requests</translation>
    </message>
    <message>
        <source>Est. cost</source>
        <translation>Gesch. Kosten</translation>
    </message>
    <message>
        <source>Per commit</source>
        <translation>Je Commit</translation>
    </message>
    <message>
        <source>UTC days with at least one session.</source>
        <translation>UTC-Tage mit mindestens einer Sitzung.</translation>
    </message>
    <message>
        <source>Lines of code that Claude Code removed in these days.</source>
        <translation>Codezeilen, die Claude Code in diesen Tagen entfernt hat.</translation>
    </message>
    <message>
        <source>People and API keys</source>
        <translation>Personen und API-Schlüssel</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Sitzung</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 Sitzungen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>1 API key</source>
        <translation>1 API-Schlüssel</translation>
    </message>
    <message>
        <source>%1 API keys</source>
        <translation>%1 API-Schlüssel</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source> %1 failed and is not counted.</source>
        <translation> %1 ist fehlgeschlagen und zählt nicht mit.</translation>
    </message>
    <message>
        <source> %1 failed and are not counted.</source>
        <translation> %1 sind fehlgeschlagen und zählen nicht mit.</translation>
    </message>
    <message>
        <source> 1 day is not fetched yet.</source>
        <translation> 1 Tag ist noch nicht abgerufen.</translation>
    </message>
    <message>
        <source> %1 are not fetched yet.</source>
        <translation> %1 sind noch nicht abgerufen.</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 records, each of a day, a person or key, and a terminal</source>
        <translation>%1 Einträge, je für einen Tag, eine Person oder einen Schlüssel und ein Terminal</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>%1 by terminal</source>
        <translation>%1 nach Terminal</translation>
    </message>
    <message>
        <source>%1 by person or key</source>
        <translation>%1 nach Person oder Schlüssel</translation>
    </message>
    <message>
        <source>%1 by subscription</source>
        <translation>%1 nach Abonnement</translation>
    </message>
    <message>
        <source>per week</source>
        <translation>je Woche</translation>
    </message>
    <message>
        <source>%1, not the bill</source>
        <translation>%1, nicht die Rechnung</translation>
    </message>
    <message>
        <source>different people %1</source>
        <translation>verschiedene Personen %1</translation>
    </message>
    <message>
        <source>API key without a name</source>
        <translation>API-Schlüssel ohne Namen</translation>
    </message>
    <message>
        <source>%1 (API key)</source>
        <translation>%1 (API-Schlüssel)</translation>
    </message>
    <message>
        <source>Person without an address</source>
        <translation>Person ohne Adresse</translation>
    </message>
    <message>
        <source>No terminal</source>
        <translation>Kein Terminal</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Team subscription</source>
        <translation>Team-Abonnement</translation>
    </message>
    <message>
        <source>Enterprise subscription</source>
        <translation>Enterprise-Abonnement</translation>
    </message>
    <message>
        <source>No sessions in %1.</source>
        <translation>Keine Sitzungen in %1.</translation>
    </message>
    <message>
        <source>%1 by %2.</source>
        <translation>%1 durch %2.</translation>
    </message>
    <message>
        <source> Not filtered by %1: Claude Code&apos;s sessions are not known by that.</source>
        <translation> Nicht gefiltert nach %1: Danach sind Claude-Code-Sitzungen nicht bekannt.</translation>
    </message>
    <message>
        <source>Sessions of Claude Code that people and API keys began in these days.</source>
        <translation>Claude-Code-Sitzungen, die Personen und API-Schlüssel in diesen Tagen begonnen haben.</translation>
    </message>
    <message>
        <source>Lines of code that Claude Code added in these days; removed lines are counted apart.</source>
        <translation>Codezeilen, die Claude Code in diesen Tagen hinzugefügt hat; entfernte Zeilen werden getrennt gezählt.</translation>
    </message>
    <message>
        <source>Commits that Claude Code made in these days.</source>
        <translation>Commits, die Claude Code in diesen Tagen gemacht hat.</translation>
    </message>
    <message>
        <source>Pull requests that Claude Code opened in these days.</source>
        <translation>Pull Requests, die Claude Code in diesen Tagen geöffnet hat.</translation>
    </message>
    <message>
        <source>Claude Code&apos;s own estimate of these days, over all models. It is not the bill and not a part of it: never add it to the cost.</source>
        <translation>Die eigene Schätzung von Claude Code für diese Tage, über alle Modelle. Sie ist nicht die Rechnung und kein Teil von ihr: nie zu den Kosten zählen.</translation>
    </message>
    <message>
        <source>Different people with at least one session in these days. API keys are counted apart.</source>
        <translation>Verschiedene Personen mit mindestens einer Sitzung in diesen Tagen. API-Schlüssel werden getrennt gezählt.</translation>
    </message>
    <message>
        <source>Accepted / (accepted + rejected) suggestions, of all tools that the API names.</source>
        <translation>Angenommene / (angenommene + abgelehnte) Vorschläge, aller Werkzeuge, die die API nennt.</translation>
    </message>
    <message>
        <source>Estimated cost / commits. The cost is an estimate, not the bill.</source>
        <translation>Geschätzte Kosten / Commits. Die Kosten sind eine Schätzung, nicht die Rechnung.</translation>
    </message>
    <message>
        <source>not by %1: sessions are not known by that</source>
        <translation>nicht nach %1: Danach sind Sitzungen nicht bekannt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Claude Code report, from the cache</source>
        <translation>Claude-Code-Bericht, aus dem Cache</translation>
    </message>
    <message>
        <source>subscription users whom the Admin API leaves out; use through Bedrock, Vertex AI or Foundry</source>
        <translation>Personen mit Abonnement, die die Admin-API auslässt; Nutzung über Bedrock, Vertex AI oder Foundry</translation>
    </message>
    <message>
        <source>days missing: no comparison</source>
        <translation>Tage fehlen: kein Vergleich</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>%1 suggestions</source>
        <translation>%1 Vorschläge</translation>
    </message>
    <message>
        <source>no suggestions</source>
        <translation>keine Vorschläge</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>%1 on %2, the last final day</source>
        <translation>%1 am %2, dem letzten endgültigen Tag</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>Woche %1</translation>
    </message>
    <message>
        <source>%1 in the last 7 days</source>
        <translation>%1 in den letzten 7 Tagen</translation>
    </message>
    <message>
        <source>month %1</source>
        <translation>Monat %1</translation>
    </message>
    <message>
        <source>%1 in the last 30 days</source>
        <translation>%1 in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>workday mean %1</source>
        <translation>Werktagsmittel %1</translation>
    </message>
    <message>
        <source>Workday mean</source>
        <translation>Werktagsmittel</translation>
    </message>
    <message>
        <source>%1 over %2 days from Monday to Friday that were over when fetched = %3</source>
        <translation>%1 über %2 Tage von Montag bis Freitag, die beim Abruf vorbei waren = %3</translation>
    </message>
    <message>
        <source>%1 / %2 = %3, an estimate</source>
        <translation>%1 / %2 = %3, eine Schätzung</translation>
    </message>
    <message>
        <source>Per active user</source>
        <translation>Je aktiver Person</translation>
    </message>
    <message>
        <source>not the bill</source>
        <translation>nicht die Rechnung</translation>
    </message>
    <message>
        <source>%1 a commit</source>
        <translation>%1 je Commit</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>1 pull request</source>
        <translation>1 Pull Request</translation>
    </message>
    <message>
        <source>%1 pull requests</source>
        <translation>%1 Pull Requests</translation>
    </message>
    <message>
        <source>day 88 · week 88 · month 888</source>
        <translation>Tag 88 · Woche 88 · Monat 888</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>; cost is not known by API key: of all keys</source>
        <translation>; Kosten sind nicht nach API-Schlüssel bekannt: von allen Schlüsseln</translation>
    </message>
    <message>
        <source>Cost, %1, %2</source>
        <translation>Kosten, %1, %2</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts of these days that name the model.</source>
        <translation>Die Summe der Beträge des Kostenberichts dieser Tage, die das Modell nennen.</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts of these days, all models and cost types, credits included. Priority Tier is billed elsewhere and not in it.</source>
        <translation>Die Summe der Beträge des Kostenberichts dieser Tage, alle Modelle und Kostenarten, einschließlich Gutschriften. Priority Tier wird an anderer Stelle abgerechnet und ist nicht enthalten.</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts that name the model. Its share is of all cost of the period, what names no model included.</source>
        <translation>Die Summe der Beträge des Kostenberichts, die das Modell nennen. Der Anteil bezieht sich auf alle Kosten des Zeitraums, auch die ohne Modell.</translation>
    </message>
    <message>
        <source>Cache hit ratio, %1</source>
        <translation>Cache-Trefferquote, %1</translation>
    </message>
    <message>
        <source>%1 read ÷ %2 input</source>
        <translation>%1 gelesen ÷ %2 Eingabe</translation>
    </message>
    <message>
        <source>The sum of the cost report&apos;s amounts of this workspace that name the model.</source>
        <translation>Die Summe der Beträge des Kostenberichts dieses Arbeitsbereichs, die das Modell nennen.</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Cache lesen</translation>
    </message>
    <message>
        <source>Write 5m</source>
        <translation>Schreiben 5 min</translation>
    </message>
    <message>
        <source>Write 1h</source>
        <translation>Schreiben 1 h</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Web searches</source>
        <translation>Websuchen</translation>
    </message>
    <message>
        <source>No tokens in this period</source>
        <translation>Keine Tokens in diesem Zeitraum</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%n keys</source>
        <translation>
            <numerusform>%n Schlüssel</numerusform>
            <numerusform>%n Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not since %1</source>
        <translation>nicht seit %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 in use</source>
        <translation>%1 in Gebrauch</translation>
    </message>
    <message>
        <source>%1, %2 on each day</source>
        <translation>%1, %2 an jedem Tag</translation>
    </message>
    <message>
        <source>%1, %2 to %3 on a day</source>
        <translation>%1, %2 bis %3 an einem Tag</translation>
    </message>
    <message>
        <source>Top keys</source>
        <translation>Meistgenutzte Schlüssel</translation>
    </message>
    <message>
        <source>Tokens of all kinds by API key. Use without a key, in the Console and the Workbench, is one row. A key is in use on a day with tokens of it.</source>
        <translation>Tokens aller Arten nach API-Schlüssel. Nutzung ohne Schlüssel, in Console und Workbench, ist eine Zeile. Ein Schlüssel ist an einem Tag mit Tokens in Gebrauch.</translation>
    </message>
    <message>
        <source>%1, whole UTC days</source>
        <translation>%1, ganze UTC-Tage</translation>
    </message>
    <message>
        <source>Keys a day</source>
        <translation>Schlüssel je Tag</translation>
    </message>
    <message>
        <source>counted for periods of at most %1 days</source>
        <translation>gezählt bei Zeiträumen von höchstens %1 Tagen</translation>
    </message>
    <message>
        <source>Messages usage report, from the cache</source>
        <translation>Nutzungsbericht, aus dem Cache</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Age, days</source>
        <translation>Alter, Tage</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt genutzt</translation>
    </message>
    <message>
        <source>active, without tokens since %1</source>
        <translation>aktiv, ohne Tokens seit %1</translation>
    </message>
    <message>
        <source>%1; %2 of %3 days known</source>
        <translation>%1; %2 von %3 Tagen bekannt</translation>
    </message>
    <message>
        <source>The list of API keys has not been fetched yet.</source>
        <translation>Die Liste der API-Schlüssel wurde noch nicht abgerufen.</translation>
    </message>
    <message>
        <source>No usage has been fetched since %1, so that nobody knows which keys lie idle.</source>
        <translation>Seit %1 wurde keine Nutzung abgerufen, deshalb ist nicht bekannt, welche Schlüssel ruhen.</translation>
    </message>
    <message>
        <source>No active key is listed here.</source>
        <translation>Hier ist kein aktiver Schlüssel aufgeführt.</translation>
    </message>
    <message>
        <source>The one active key has been used since %1.</source>
        <translation>Der eine aktive Schlüssel wurde seit %1 genutzt.</translation>
    </message>
    <message>
        <source>All %1 active keys have been used since %2.</source>
        <translation>Alle %1 aktiven Schlüssel wurden seit %2 genutzt.</translation>
    </message>
    <message>
        <source>Keys that the newest list names as active, and that have no tokens since the first day of the period. Inactive, expired and archived keys are not called idle. Last used: the last day with tokens in the cache.</source>
        <translation>Schlüssel, die die neueste Liste als aktiv nennt und die seit dem ersten Tag des Zeitraums keine Tokens haben. Inaktive, abgelaufene und archivierte Schlüssel gelten nicht als ruhend. Zuletzt genutzt: der letzte Tag mit Tokens im Cache.</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Bekannt ab</translation>
    </message>
    <message>
        <source>%1; what was before is not in the cache</source>
        <translation>%1; was davor war, ist nicht im Cache</translation>
    </message>
    <message>
        <source>of models, tiers and context windows does not apply: it says nothing of a key that is not used</source>
        <translation>nach Modellen, Tarifstufen und Kontextfenstern wirkt nicht: Er sagt nichts über einen Schlüssel, der nicht genutzt wird</translation>
    </message>
    <message>
        <source>List of API keys</source>
        <translation>Liste der API-Schlüssel</translation>
    </message>
    <message>
        <source>Tokens by hour</source>
        <translation>Tokens nach Stunde</translation>
    </message>
    <message>
        <source>No tokens in these hours</source>
        <translation>Keine Tokens in diesen Stunden</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>%1, %2, whatever the period above</source>
        <translation>%1, %2, gleich welcher Zeitraum oben</translation>
    </message>
    <message>
        <source>%1; hours of %2 of %3 days</source>
        <translation>%1; Stunden von %2 von %3 Tagen</translation>
    </message>
    <message>
        <source>Tokens of all kinds by UTC hour, as the API gives them by the hour: a report of its own beside that of the days.</source>
        <translation>Tokens aller Arten nach UTC-Stunde, wie die API sie stündlich gibt: ein eigener Bericht neben dem der Tage.</translation>
    </message>
    <message>
        <source>Messages usage report by the hour, from the cache</source>
        <translation>Stündlicher Nutzungsbericht, aus dem Cache</translation>
    </message>
    <message>
        <source>This cache has no usage by the hour of the last 7 days. Whoever keeps it can fetch that with the command line:</source>
        <translation>Dieser Cache hat keine stündliche Nutzung der letzten 7 Tage. Wer ihn führt, kann sie mit der Befehlszeile abrufen:</translation>
    </message>
    <message>
        <source>This cache has no usage by the hour of the last 7 days. The command line fetches it:</source>
        <translation>Dieser Cache hat keine stündliche Nutzung der letzten 7 Tage. Die Befehlszeile ruft sie ab:</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Token kind</source>
        <translation>Tokenart</translation>
    </message>
    <message>
        <source>Tokens by %1</source>
        <translation>Tokens nach %1</translation>
    </message>
    <message>
        <source>token kind</source>
        <translation>Tokenart</translation>
    </message>
    <message>
        <source>tokens an hour</source>
        <translation>Tokens je Stunde</translation>
    </message>
    <message>
        <source>tokens a week, weeks begin on Monday</source>
        <translation>Tokens je Woche, Wochen beginnen am Montag</translation>
    </message>
    <message>
        <source>tokens a month</source>
        <translation>Tokens je Monat</translation>
    </message>
    <message>
        <source>tokens a day</source>
        <translation>Tokens je Tag</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 in 1 day</source>
        <translation>%1 in 1 Tag</translation>
    </message>
    <message>
        <source>%1 in %2 days</source>
        <translation>%1 in %2 Tagen</translation>
    </message>
    <message>
        <source>Input tokens that were neither read from the cache nor written to it.</source>
        <translation>Eingabetokens, die weder aus dem Cache gelesen noch in ihn geschrieben wurden.</translation>
    </message>
    <message>
        <source>Input tokens that were written to the cache, to be kept for 5 minutes or for 1 hour.</source>
        <translation>Eingabetokens, die für 5 Minuten oder 1 Stunde in den Cache geschrieben wurden.</translation>
    </message>
    <message>
        <source>Tokens that the models wrote.</source>
        <translation>Tokens, die die Modelle geschrieben haben.</translation>
    </message>
    <message>
        <source>Web searches that the models made. They are requests, not tokens, and part of no sum of tokens.</source>
        <translation>Websuchen der Modelle. Sie sind Anfragen, keine Tokens, und in keiner Summe von Tokens enthalten.</translation>
    </message>
    <message>
        <source>Total tokens</source>
        <translation>Tokens insgesamt</translation>
    </message>
    <message>
        <source>Cache written</source>
        <translation>In den Cache geschrieben</translation>
    </message>
    <message>
        <source>requests, not tokens</source>
        <translation>Anfragen, keine Tokens</translation>
    </message>
    <message>
        <source>%1 of all</source>
        <translation>%1 von allen</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>was %1 to %2</source>
        <translation>war %1 bis %2</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Änderung zu %1</translation>
    </message>
    <message>
        <source>The usage report counts tokens and web searches. It has no number of requests, and none is estimated here: there is no figure rather than an invented one.</source>
        <translation>Der Nutzungsbericht zählt Tokens und Websuchen. Er nennt keine Zahl der Anfragen, und hier wird keine geschätzt: lieber keine Zahl als eine erfundene.</translation>
    </message>
    <message>
        <source>not reported by this API</source>
        <translation>von dieser API nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 for 5 minutes, %2 for 1 hour</source>
        <translation>%1 für 5 Minuten, %2 für 1 Stunde</translation>
    </message>
    <message>
        <source>An estimate, not the bill.</source>
        <translation>Eine Schätzung, nicht die Rechnung.</translation>
    </message>
    <message>
        <source>Costs are Claude Code&apos;s own estimate of use that Cost has already; never add the two. Not included: subscription users the API omits, Bedrock, Vertex AI, Foundry.</source>
        <translation>Die Kosten sind die eigene Schätzung von Claude Code für Nutzung, die schon in den Kosten steht; nie beides addieren. Nicht enthalten: von der API ausgelassene Abonnements, Bedrock, Vertex AI, Foundry.</translation>
    </message>
    <message>
        <source>%1 other rows</source>
        <translation>%1 weitere Zeilen</translation>
    </message>
    <message>
        <source>Or&amp;ganization</source>
        <translation>&amp;Organisation</translation>
    </message>
    <message>
        <source>Hit ratio, %1</source>
        <translation>Trefferquote, %1</translation>
    </message>
    <message>
        <source>There are no data for %1: %2 failed.</source>
        <translation>Für %1 gibt es keine Daten: %2 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>no data: failed</source>
        <translation>keine Daten: fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cache write 5m</source>
        <translation>Cache schreiben 5 min</translation>
    </message>
    <message>
        <source>Cache write 1h</source>
        <translation>Cache schreiben 1 h</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>Code execution</source>
        <translation>Codeausführung</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Up to 200k tokens</source>
        <translation>Bis 200.000 Tokens</translation>
    </message>
    <message>
        <source>200k to 1M tokens</source>
        <translation>200.000 bis 1 Mio. Tokens</translation>
    </message>
    <message>
        <source>Global</source>
        <translation>Global</translation>
    </message>
    <message>
        <source>US</source>
        <translation>USA</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht aufgeführt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>%1 (left)</source>
        <translation>%1 (ausgeschieden)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last use</source>
        <translation>Letzte Nutzung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Active keys</source>
        <translation>Aktive Schlüssel</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Last Claude Code day</source>
        <translation>Letzter Claude-Code-Tag</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>the list of API keys</source>
        <translation>die Liste der API-Schlüssel</translation>
    </message>
    <message>
        <source>the list of workspaces</source>
        <translation>die Liste der Arbeitsbereiche</translation>
    </message>
    <message>
        <source>the lists of members</source>
        <translation>die Mitgliederlisten</translation>
    </message>
    <message>
        <source>the list of users</source>
        <translation>die Benutzerliste</translation>
    </message>
    <message>
        <source>the list of invites</source>
        <translation>die Liste der Einladungen</translation>
    </message>
    <message>
        <source>the lists</source>
        <translation>die Listen</translation>
    </message>
    <message>
        <source>no %1 yet</source>
        <translation>noch kein Bericht: %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1, %2 of them missing</source>
        <translation>%1, davon fehlen %2</translation>
    </message>
    <message>
        <source>%1; nothing else here follows the filter bar.</source>
        <translation>%1; sonst folgt hier nichts der Filterleiste.</translation>
    </message>
    <message>
        <source>%1, of which nothing has been fetched.</source>
        <translation>%1, von dem nichts abgerufen wurde.</translation>
    </message>
    <message>
        <source>%1, of which %2 of %3 are here; nothing else here follows the filter bar.</source>
        <translation>%1, davon %2 von %3 hier; sonst folgt hier nichts der Filterleiste.</translation>
    </message>
    <message>
        <source>As the newest list of the Admin API says it; of an object that is gone, as the last list that named it said it.</source>
        <translation>Wie die neueste Liste der Admin-API es sagt; bei etwas, das weg ist, wie die letzte Liste es sagte, die es nannte.</translation>
    </message>
    <message>
        <source>Whole days from when it was created until now.</source>
        <translation>Ganze Tage von der Erstellung bis jetzt.</translation>
    </message>
    <message>
        <source>The last UTC day on which the cached usage report has tokens of this key. The API itself does not say when a key was used.</source>
        <translation>Der letzte UTC-Tag, an dem der gespeicherte Nutzungsbericht Tokens dieses Schlüssels hat. Die API selbst sagt nicht, wann ein Schlüssel genutzt wurde.</translation>
    </message>
    <message>
        <source>Uncached input + cache read + cache creation (5 minutes and 1 hour) + output of this key. What a key cost is not known: the bill does not name keys.</source>
        <translation>Eingabe ohne Cache + aus dem Cache gelesen + in den Cache geschrieben (5 Minuten und 1 Stunde) + Ausgabe dieses Schlüssels. Was ein Schlüssel gekostet hat, ist nicht bekannt: Die Rechnung nennt keine Schlüssel.</translation>
    </message>
    <message>
        <source>People whom the workspace&apos;s list of members names. Archived workspaces are not asked for it.</source>
        <translation>Personen, die die Mitgliederliste des Arbeitsbereichs nennt. Archivierte Arbeitsbereiche werden nicht danach gefragt.</translation>
    </message>
    <message>
        <source>Listed keys of the workspace that are active and have not expired.</source>
        <translation>Aufgeführte Schlüssel des Arbeitsbereichs, die aktiv und nicht abgelaufen sind.</translation>
    </message>
    <message>
        <source>Spend of the workspace ÷ spend of all workspaces.</source>
        <translation>Ausgaben des Arbeitsbereichs ÷ Ausgaben aller Arbeitsbereiche.</translation>
    </message>
    <message>
        <source>The last UTC day with a Claude Code session of this e-mail address. Only use with an API key or through the Console organization is reported.</source>
        <translation>Der letzte UTC-Tag mit einer Claude-Code-Sitzung dieser E-Mail-Adresse. Gemeldet wird nur Nutzung mit einem API-Schlüssel oder über die Console-Organisation.</translation>
    </message>
    <message>
        <source>Two lists that came one after the other, compared field by field. When it changed between them is not known.</source>
        <translation>Zwei aufeinanderfolgende Listen, Feld für Feld verglichen. Wann es sich dazwischen geändert hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Invites</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>never (since %1)</source>
        <translation>nie (seit %1)</translation>
    </message>
    <message>
        <source>None of the organization&apos;s lists has been fetched yet.</source>
        <translation>Es wurde noch keine der Listen der Organisation abgerufen.</translation>
    </message>
    <message>
        <source>1 active API key</source>
        <translation>1 aktiver API-Schlüssel</translation>
    </message>
    <message>
        <source>%1 active API keys</source>
        <translation>%1 aktive API-Schlüssel</translation>
    </message>
    <message>
        <source>1 workspace</source>
        <translation>1 Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1 workspaces</source>
        <translation>%1 Arbeitsbereiche</translation>
    </message>
    <message>
        <source>What the organization consists of has not been fetched yet.</source>
        <translation>Woraus die Organisation besteht, wurde noch nicht abgerufen.</translation>
    </message>
    <message>
        <source>%1, as the lists of %2 say.</source>
        <translation>%1, laut den Listen vom %2.</translation>
    </message>
    <message>
        <source>between two syncs, newest first</source>
        <translation>zwischen zwei Abgleichen, neueste zuerst</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste vom %1</translation>
    </message>
    <message>
        <source>When something changed between two syncs is not known, only when it was seen.</source>
        <translation>Wann sich zwischen zwei Abgleichen etwas geändert hat, ist nicht bekannt, nur wann es gesehen wurde.</translation>
    </message>
    <message>
        <source>The newest %1 of them; an export has all. %2</source>
        <translation>Die neuesten %1 davon; ein Export enthält alle. %2</translation>
    </message>
    <message>
        <source>The newest answer was no list, so this is an older one. %1</source>
        <translation>Die neueste Antwort war keine Liste, dies ist also eine ältere. %1</translation>
    </message>
    <message>
        <source>Not all of these lists came. %1</source>
        <translation>Nicht alle diese Listen sind gekommen. %1</translation>
    </message>
    <message>
        <source>Not all of these lists have been fetched yet: a sync asks for the others.</source>
        <translation>Noch nicht alle diese Listen sind abgerufen: Ein Abgleich fragt nach den übrigen.</translation>
    </message>
    <message>
        <source>Last use is by what the cache holds: %1. %2</source>
        <translation>Letzte Nutzung nach dem, was der Cache enthält: %1. %2</translation>
    </message>
    <message>
        <source>usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Tokens are of the period above</source>
        <translation>Tokens sind vom Zeitraum oben</translation>
    </message>
    <message>
        <source>Spend is of the period above</source>
        <translation>Ausgaben sind vom Zeitraum oben</translation>
    </message>
    <message>
        <source>What a person spends is not known: neither usage nor the bill names people. The cache holds %1.</source>
        <translation>Was eine Person ausgibt, ist nicht bekannt: Weder Nutzung noch Rechnung nennen Personen. Der Cache enthält %1.</translation>
    </message>
    <message>
        <source>Of workspaces that are not archived; the default workspace has no list of members.</source>
        <translation>Von nicht archivierten Arbeitsbereichen; der Standard-Arbeitsbereich hat keine Mitgliederliste.</translation>
    </message>
    <message>
        <source>Expired: the time is over, also where the list still says pending.</source>
        <translation>Abgelaufen: Die Frist ist vorbei, auch wenn die Liste noch „offen“ sagt.</translation>
    </message>
    <message>
        <source>none: this page follows the period only</source>
        <translation>keiner: Diese Seite folgt nur dem Zeitraum</translation>
    </message>
    <message>
        <source>usage report by API key, from the cache</source>
        <translation>Nutzungsbericht nach API-Schlüssel, aus dem Cache</translation>
    </message>
    <message>
        <source>cost report by workspace, from the cache</source>
        <translation>Kostenbericht nach Arbeitsbereich, aus dem Cache</translation>
    </message>
    <message>
        <source>Known days</source>
        <translation>Bekannte Tage</translation>
    </message>
    <message>
        <source>changes that the cache noted while it stored the lists</source>
        <translation>Änderungen, die der Cache beim Speichern der Listen vermerkt hat</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>abgerufen %1</translation>
    </message>
    <message>
        <source>not wholly fetched</source>
        <translation>nicht ganz abgerufen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>refused to this key</source>
        <translation>diesem Schlüssel verweigert</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>The newest answer was no list. %1</source>
        <translation>Die neueste Antwort war keine Liste. %1</translation>
    </message>
    <message>
        <source>Listed keys that are active and have not expired.</source>
        <translation>Aufgeführte Schlüssel, die aktiv und nicht abgelaufen sind.</translation>
    </message>
    <message>
        <source>active, of %1</source>
        <translation>aktiv, von %1</translation>
    </message>
    <message>
        <source>none can be used</source>
        <translation>keiner ist nutzbar</translation>
    </message>
    <message>
        <source>use not known</source>
        <translation>Nutzung nicht bekannt</translation>
    </message>
    <message>
        <source>use: %1 of %2 days known</source>
        <translation>Nutzung: %1 von %2 Tagen bekannt</translation>
    </message>
    <message>
        <source>1 idle</source>
        <translation>1 ruht</translation>
    </message>
    <message>
        <source>%1 idle</source>
        <translation>%1 ruhen</translation>
    </message>
    <message>
        <source> in the period</source>
        <translation> im Zeitraum</translation>
    </message>
    <message>
        <source>all used in the period</source>
        <translation>alle im Zeitraum genutzt</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>active keys without tokens in %1</source>
        <translation>aktive Schlüssel ohne Tokens in %1</translation>
    </message>
    <message>
        <source>Listed workspaces that are not archived. The default workspace is never listed.</source>
        <translation>Aufgeführte Arbeitsbereiche, die nicht archiviert sind. Der Standard-Arbeitsbereich wird nie aufgeführt.</translation>
    </message>
    <message>
        <source>active, none archived</source>
        <translation>aktiv, keiner archiviert</translation>
    </message>
    <message>
        <source>active, %1 archived</source>
        <translation>aktiv, %1 archiviert</translation>
    </message>
    <message>
        <source>and the default workspace</source>
        <translation>und der voreingestellte</translation>
    </message>
    <message>
        <source>People whom the newest list names.</source>
        <translation>Personen, die die neueste Liste nennt.</translation>
    </message>
    <message>
        <source>1 of them admin</source>
        <translation>davon 1 Admin</translation>
    </message>
    <message>
        <source>%1 of them admins</source>
        <translation>davon %1 Admins</translation>
    </message>
    <message>
        <source>%1 seen in Claude Code</source>
        <translation>%1 in Claude Code gesehen</translation>
    </message>
    <message>
        <source>Open invites</source>
        <translation>Offene Einladungen</translation>
    </message>
    <message>
        <source>Listed invites that are pending and whose time is not over.</source>
        <translation>Aufgeführte Einladungen, die offen sind und deren Frist nicht vorbei ist.</translation>
    </message>
    <message>
        <source>next expires %1</source>
        <translation>nächste läuft ab %1</translation>
    </message>
    <message>
        <source>nobody is awaited</source>
        <translation>niemand wird erwartet</translation>
    </message>
    <message>
        <source>no expiry known</source>
        <translation>keine Frist bekannt</translation>
    </message>
    <message>
        <source>none expired</source>
        <translation>keine abgelaufen</translation>
    </message>
    <message>
        <source>%1 expired</source>
        <translation>%1 abgelaufen</translation>
    </message>
    <message>
        <source>Differences between the newest list of each kind and the one before it: what came, what went, and every field that changed.</source>
        <translation>Unterschiede zwischen der neuesten Liste jeder Art und der davor: was kam, was ging, und jedes geänderte Feld.</translation>
    </message>
    <message>
        <source>nothing to compare with yet</source>
        <translation>noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>found by the last sync</source>
        <translation>beim letzten Abgleich gefunden</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>keine zuvor</translation>
    </message>
    <message>
        <source>Newest list</source>
        <translation>Neueste Liste</translation>
    </message>
    <message>
        <source>Your own prices are not used.</source>
        <translation>Ihre eigenen Preise werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Nothing has changed</source>
        <translation>Es hat sich nichts geändert</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>No list differs from the one before it.</source>
        <translation>Keine Liste unterscheidet sich von der davor.</translation>
    </message>
    <message>
        <source>Changes are what differs between two lists of the same kind. Until now each came once at most; the next sync is compared with them.</source>
        <translation>Änderungen sind die Unterschiede zweier Listen derselben Art. Bisher kam jede höchstens einmal; der nächste Abgleich wird mit ihnen verglichen.</translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation>Die Liste ist leer</translation>
    </message>
    <message>
        <source>The server&apos;s list of %1 named nothing.</source>
        <translation>Die Liste des Servers vom %1 nannte nichts.</translation>
    </message>
    <message>
        <source>The server refuses %1 to this key</source>
        <translation>Der Server verweigert diesem Schlüssel %1</translation>
    </message>
    <message>
        <source>%1 could not be fetched</source>
        <translation>%1: Abruf nicht möglich</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>A sync asks for %1; until now none has come.</source>
        <translation>Ein Abgleich fragt nach: %1; bisher kam nichts.</translation>
    </message>
    <message>
        <source>Where the bill gives no price, your own price list is used: %1.</source>
        <translation>Wo die Rechnung keinen Preis nennt, gilt Ihre eigene Preisliste: %1.</translation>
    </message>
    <message>
        <source>The %1 sum of %2 for combination %3 %4.</source>
        <translation>Summe (%1) zu %2, Kombination %3: %4.</translation>
    </message>
    <message>
        <source>is there without any facts</source>
        <translation>ist da, obwohl es keine Werte dazu gibt</translation>
    </message>
    <message>
        <source>differs from the sum of its facts</source>
        <translation>weicht von der Summe ihrer Werte ab</translation>
    </message>
    <message>
        <source>counts another number of facts than there are</source>
        <translation>zählt eine andere Anzahl von Werten, als es gibt</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>The facts of a day or month are too large to add up.</source>
        <translation>Die Werte eines Tages oder Monats sind zu groß, um sie zu summieren.</translation>
    </message>
    <message>
        <source>%1 has %2 facts for %3, but that day is not marked as fetched.</source>
        <translation>%1 hat %2 Werte für %3, aber dieser Tag ist nicht als abgerufen vermerkt.</translation>
    </message>
    <message>
        <source>%1 should have %2 facts for %3, but has %4.</source>
        <translation>%1 sollte %2 Werte für %3 haben, hat aber %4.</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Claude Code user</source>
        <translation>Claude-Code-Benutzer</translation>
    </message>
    <message>
        <source>Workspace admin</source>
        <translation>Arbeitsbereich: Admin</translation>
    </message>
    <message>
        <source>Workspace billing</source>
        <translation>Arbeitsbereich: Abrechnung</translation>
    </message>
    <message>
        <source>Workspace developer</source>
        <translation>Arbeitsbereich: Entwicklung</translation>
    </message>
    <message>
        <source>Restricted workspace developer</source>
        <translation>Arbeitsbereich: Entwicklung, eingeschränkt</translation>
    </message>
    <message>
        <source>Workspace user</source>
        <translation>Arbeitsbereich: Benutzer</translation>
    </message>
    <message>
        <source>And %1 more of the same kind.</source>
        <translation>Und %1 weitere derselben Art.</translation>
    </message>
    <message>
        <source>The cache is open to read only, so its audit log does not note this export.</source>
        <translation>Der Cache ist nur zum Lesen geöffnet, deshalb vermerkt sein Änderungsprotokoll diesen Export nicht.</translation>
    </message>
    <message>
        <source>The audit log does not note this export. %1</source>
        <translation>Das Änderungsprotokoll vermerkt diesen Export nicht. %1</translation>
    </message>
    <message>
        <source>A table cannot be written as PDF.</source>
        <translation>Eine Tabelle lässt sich nicht als PDF schreiben.</translation>
    </message>
    <message>
        <source>The PDF report is made by the program tokenledger, which is neither beside this one nor in the PATH. Install it, or choose another format.</source>
        <translation>Den PDF-Bericht macht das Programm tokenledger, das weder neben diesem noch im PATH liegt. Installieren Sie es, oder wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; could not make the report.</source>
        <translation>Das Programm „%1“ konnte den Bericht nicht erstellen.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; wrote no report.</source>
        <translation>Das Programm „%1“ hat keinen Bericht geschrieben.</translation>
    </message>
    <message>
        <source>The secret of the pseudonyms</source>
        <translation>Das Geheimnis der Pseudonyme</translation>
    </message>
    <message>
        <source>A sum</source>
        <translation>Eine Summe</translation>
    </message>
    <message>
        <source>The report %1 cannot be split by %2.</source>
        <translation>Der Bericht %1 lässt sich nicht nach %2 aufteilen.</translation>
    </message>
    <message>
        <source>The report %1 is a list of everything; leave out the period.</source>
        <translation>Der Bericht %1 ist eine Liste von allem; lassen Sie den Zeitraum weg.</translation>
    </message>
    <message>
        <source>The report %1 needs a period.</source>
        <translation>Der Bericht %1 braucht einen Zeitraum.</translation>
    </message>
    <message>
        <source>First day (UTC)</source>
        <translation>Erster Tag (UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>Letzter Tag (UTC)</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Days of %1</source>
        <translation>Tage von %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>As of (UTC)</source>
        <translation>Stand (UTC)</translation>
    </message>
    <message>
        <source>Written (UTC)</source>
        <translation>Geschrieben (UTC)</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Geschrieben von</translation>
    </message>
    <message>
        <source>The rows go on in further sheets: %1 in all.</source>
        <translation>Die Zeilen gehen auf weiteren Blättern weiter: insgesamt %1.</translation>
    </message>
    <message>
        <source>A spreadsheet keeps 15 digits of a number: figures rounded to that: %1. CSV and JSON have all digits.</source>
        <translation>Ein Tabellenprogramm behält 15 Stellen einer Zahl: darauf gerundete Zahlen: %1. CSV und JSON haben alle Stellen.</translation>
    </message>
    <message>
        <source>A cell holds 32,767 characters: texts cut to that: %1. CSV and JSON have all of them.</source>
        <translation>Eine Zelle fasst 32.767 Zeichen: darauf gekürzte Texte: %1. CSV und JSON haben alle Zeichen.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is &quot;%2&quot;, which is no rule</source>
        <translation>„%1“ ist „%2“, was keine Regel ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no part in per cent: a number above 0 and up to 100, with at most four places.</source>
        <translation>„%1“ ist kein Anteil in Prozent: eine Zahl über 0 und bis 100, mit höchstens vier Nachkommastellen.</translation>
    </message>
    <message>
        <source>The team &quot;%1&quot; has two fixed parts. Give it one.</source>
        <translation>Das Team „%1“ hat zwei feste Anteile. Geben Sie ihm einen.</translation>
    </message>
    <message>
        <source>The rule &quot;fixed&quot; needs a part for each team that is to bear something.</source>
        <translation>Die Regel „fixed“ braucht einen Anteil für jedes Team, das etwas tragen soll.</translation>
    </message>
    <message>
        <source>The fixed parts are %1 % together. They have to be 100 %.</source>
        <translation>Die festen Anteile ergeben zusammen %1 %. Es müssen 100 % sein.</translation>
    </message>
    <message>
        <source>The allocation rule</source>
        <translation>Die Verteilungsregel</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no fixed part as in &quot;Research=40&quot;.</source>
        <translation>„%1“ ist kein fester Anteil wie „Research=40“.</translation>
    </message>
    <message>
        <source>The allocation rule gives a part to the team &quot;%1&quot;, which there is not. %2</source>
        <translation>Die Verteilungsregel gibt dem Team „%1“ einen Anteil, aber das gibt es nicht. %2</translation>
    </message>
    <message>
        <source>The note on %1</source>
        <translation>Die Notiz zu %1</translation>
    </message>
    <message>
        <source>it does not say which day of what it is about</source>
        <translation>sie sagt nicht, um welchen Tag wovon es geht</translation>
    </message>
    <message>
        <source>A budget needs a name.</source>
        <translation>Ein Budget braucht einen Namen.</translation>
    </message>
    <message>
        <source>A budget needs an amount above 0.</source>
        <translation>Ein Budget braucht einen Betrag über 0.</translation>
    </message>
    <message>
        <source>Say which team the budget is of.</source>
        <translation>Sagen Sie, zu welchem Team das Budget gehört.</translation>
    </message>
    <message>
        <source>Thresholds are one to ten different whole percentages from 1 to 1000, as in 50,80,100.</source>
        <translation>Schwellen sind ein bis zehn verschiedene ganze Prozentzahlen von 1 bis 1000, wie in 50,80,100.</translation>
    </message>
    <message>
        <source>The budget ends on %1, before it begins on %2.</source>
        <translation>Das Budget endet am %1, bevor es am %2 beginnt.</translation>
    </message>
    <message>
        <source>The budget &quot;%1&quot;</source>
        <translation>Das Budget „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no scope</source>
        <translation>„%1“ ist kein Geltungsbereich</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period</source>
        <translation>„%1“ ist kein Zeitraum</translation>
    </message>
    <message>
        <source>Thresholds are whole percentages, as in 50,80,100; &quot;%1&quot; is none.</source>
        <translation>Schwellen sind ganze Prozentzahlen, wie in 50,80,100; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>The fiscal year</source>
        <translation>Das Geschäftsjahr</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no month from 1 to 12</source>
        <translation>„%1“ ist kein Monat von 1 bis 12</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The invoice needs its number.</source>
        <translation>Die Rechnung braucht ihre Nummer.</translation>
    </message>
    <message>
        <source>Credits are given as a positive amount; they are taken off.</source>
        <translation>Gutschriften werden als positiver Betrag angegeben; sie werden abgezogen.</translation>
    </message>
    <message>
        <source>A line of the invoice needs a label.</source>
        <translation>Ein Posten der Rechnung braucht eine Bezeichnung.</translation>
    </message>
    <message>
        <source>The amount due is %1, but amount %2 + tax %3 - credits %4 is %5: a difference of %6.</source>
        <translation>Der Zahlbetrag ist %1, aber Betrag %2 + Steuer %3 - Gutschriften %4 ist %5: ein Unterschied von %6.</translation>
    </message>
    <message>
        <source>The invoice of %1</source>
        <translation>Die Rechnung für %1</translation>
    </message>
    <message>
        <source>The accepted difference %1</source>
        <translation>Die akzeptierte Differenz %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no percentage: a number from 0 to 100 with at most six decimals is, as in &quot;0.01&quot;.</source>
        <translation>„%1“ ist keine Prozentzahl: Eine Zahl von 0 bis 100 mit höchstens sechs Nachkommastellen ist eine, wie in „0.01“.</translation>
    </message>
    <message>
        <source>The limits of the reconciliation</source>
        <translation>Die Grenzen der Abstimmung</translation>
    </message>
    <message>
        <source>&quot;exact&quot; is above &quot;close&quot;</source>
        <translation>„exact“ liegt über „close“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no month: they are written as in 2026-10.</source>
        <translation>„%1“ ist kein Monat: Monate schreibt man wie in 2026-10.</translation>
    </message>
    <message>
        <source>The snapshot of the closed month cannot be read: %1.</source>
        <translation>Die Momentaufnahme des abgeschlossenen Monats lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of US dollars</source>
        <translation>„%1“ ist kein Betrag in US-Dollar</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number</source>
        <translation>„%1“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>&quot;figures&quot; is missing</source>
        <translation>„figures“ fehlt</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>sie ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The saved report &quot;%1&quot;</source>
        <translation>Der gespeicherte Bericht „%1“</translation>
    </message>
    <message>
        <source>there is no dimension &quot;%1&quot;</source>
        <translation>es gibt kein Merkmal „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false</source>
        <translation>„%1“ ist weder true noch false</translation>
    </message>
    <message>
        <source>there is no interval &quot;%1&quot;</source>
        <translation>es gibt kein Intervall „%1“</translation>
    </message>
    <message>
        <source>A saved report needs a name.</source>
        <translation>Ein gespeicherter Bericht braucht einen Namen.</translation>
    </message>
    <message>
        <source>A saved report is written as one of: %1; not &quot;%2&quot;.</source>
        <translation>Ein gespeicherter Bericht wird in einem dieser Formate geschrieben: %1; nicht „%2“.</translation>
    </message>
    <message>
        <source>A report is split by workspace, team, cost_centre or api_key; not by &quot;%1&quot;.</source>
        <translation>Ein Bericht wird nach workspace, team, cost_centre oder api_key aufgeteilt, nicht nach „%1“.</translation>
    </message>
    <message>
        <source>The file name of a report that is split needs the placeholder {value}.</source>
        <translation>Der Dateiname eines aufgeteilten Berichts braucht den Platzhalter {value}.</translation>
    </message>
    <message>
        <source>There is no period &quot;%1&quot;; take %2, or days as in 2026-01-01..2026-06-30.</source>
        <translation>Es gibt keinen Zeitraum „%1“; nehmen Sie %2, oder Tage wie in 2026-01-01..2026-06-30.</translation>
    </message>
    <message>
        <source>The period ends on %1, before it begins on %2.</source>
        <translation>Der Zeitraum endet am %1, bevor er am %2 beginnt.</translation>
    </message>
    <message>
        <source>The file name &quot;%1&quot; leads into a folder; name the folder when the report is run.</source>
        <translation>Der Dateiname „%1“ führt in einen Ordner; nennen Sie den Ordner, wenn der Bericht ausgeführt wird.</translation>
    </message>
    <message>
        <source>The file name &quot;%1&quot; has an unknown placeholder; there are {name}, {from}, {to}, {month}, {organization} and {value}.</source>
        <translation>Der Dateiname „%1“ hat einen unbekannten Platzhalter; es gibt {name}, {from}, {to}, {month}, {organization} und {value}.</translation>
    </message>
    <message>
        <source>The file name &quot;%1&quot; would be empty.</source>
        <translation>Der Dateiname „%1“ wäre leer.</translation>
    </message>
    <message>
        <source>The API key %1</source>
        <translation>Der API-Schlüssel %1</translation>
    </message>
    <message>
        <source>The default workspace</source>
        <translation>Der Standard-Arbeitsbereich</translation>
    </message>
    <message>
        <source>The workspace %1</source>
        <translation>Der Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: a member is no JSON object.</source>
        <translation>%1 lässt sich nicht lesen: Ein Mitglied ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of member; there are key, person and workspace</source>
        <translation>„%1“ ist keine Art von Mitglied; es gibt key, person und workspace</translation>
    </message>
    <message>
        <source>&quot;id&quot; of a member is missing</source>
        <translation>„id“ eines Mitglieds fehlt</translation>
    </message>
    <message>
        <source>A team needs a name.</source>
        <translation>Ein Team braucht einen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name that can be shown: it begins or ends with a blank, is longer than 300 characters or has line breaks.</source>
        <translation>„%1“ ist kein Name, der sich anzeigen lässt: Er beginnt oder endet mit einem Leerzeichen, ist länger als 300 Zeichen oder enthält Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>%1 leaves the team &quot;%2&quot; on %3, before it comes into it on %4.</source>
        <translation>%1 verlässt das Team „%2“ am %3, vor dem Eintritt am %4.</translation>
    </message>
    <message>
        <source>The team &quot;%1&quot;</source>
        <translation>Das Team „%1“</translation>
    </message>
    <message>
        <source>&quot;members&quot; is not a list</source>
        <translation>„members“ ist keine Liste</translation>
    </message>
    <message>
        <source>This is a spreadsheet or another ZIP file, not text. Save the sheet as CSV and import that.</source>
        <translation>Das ist eine Tabellendatei oder eine andere ZIP-Datei, kein Text. Speichern Sie das Blatt als CSV und importieren Sie das.</translation>
    </message>
    <message>
        <source>This is an old spreadsheet file (XLS), not text. Save the sheet as CSV and import that.</source>
        <translation>Das ist eine alte Tabellendatei (XLS), kein Text. Speichern Sie das Blatt als CSV und importieren Sie das.</translation>
    </message>
    <message>
        <source>This file is compressed. Unpack it and import what comes out.</source>
        <translation>Diese Datei ist komprimiert. Entpacken Sie sie und importieren Sie, was herauskommt.</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>Der Import wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The file is not sound JSON, or is cut short (%1).</source>
        <translation>Die Datei ist kein gültiges JSON, oder sie ist abgeschnitten (%1).</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check its name and permissions.</source>
        <translation>Die Datei %1 lässt sich nicht lesen. Prüfen Sie ihren Namen und ihre Rechte.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read to its end.</source>
        <translation>Die Datei %1 lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was imported.</source>
        <translation>%1: %2 Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is &quot;%2&quot;</source>
        <translation>„%1“ ist „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something that is not known</source>
        <translation>„%1“ enthält etwas Unbekanntes</translation>
    </message>
    <message>
        <source>How this source is read</source>
        <translation>Die Leseweise dieser Quelle</translation>
    </message>
    <message>
        <source>This is not sound JSON (%1).</source>
        <translation>Das ist kein gültiges JSON (%1).</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht genutzt</translation>
    </message>
    <message>
        <source>%1, of which %2 count</source>
        <translation>%1, davon zählen %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number with a decimal point. If the comma is the decimal mark here, say so (--decimal-comma).</source>
        <translation>„%1“ ist keine Zahl mit Dezimalpunkt. Ist hier das Komma das Dezimalzeichen, sagen Sie es (--decimal-comma).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>This is neither a number nor text.</source>
        <translation>Das ist weder eine Zahl noch Text.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a spreadsheet&apos;s error or a number that did not fit its cell. Put it right there and export again.</source>
        <translation>„%1“ ist ein Fehler des Tabellenprogramms oder eine Zahl, die nicht in ihre Zelle passte. Berichtigen Sie es dort und exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a formula. Export the values, not the formulas.</source>
        <translation>„%1“ ist eine Formel. Exportieren Sie die Werte, nicht die Formeln.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is below zero; a count cannot be.</source>
        <translation>„%1“ ist unter null; eine Anzahl kann das nicht sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>If the point groups thousands here, say so (--decimal-comma).</source>
        <translation>Trennt hier der Punkt die Tausender, sagen Sie es (--decimal-comma).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large a number.</source>
        <translation>„%1“ ist eine zu große Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount of US dollars.</source>
        <translation>„%1“ ist kein Betrag in US-Dollar.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be thousands or a decimal comma. Say --decimal-comma, or write it without thousands separators.</source>
        <translation>„%1“ könnte Tausender oder ein Dezimalkomma meinen. Sagen Sie --decimal-comma, oder schreiben Sie es ohne Tausendertrennzeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount of US dollars that can be held.</source>
        <translation>„%1“ ist kein Betrag in US-Dollar, der sich speichern lässt.</translation>
    </message>
    <message>
        <source>This cache knows none; sync the organization&apos;s lists first.</source>
        <translation>Dieser Cache kennt nichts dergleichen; gleichen Sie zuerst die Listen der Organisation ab.</translation>
    </message>
    <message>
        <source>There are %1 and %2 more.</source>
        <translation>Es gibt %1 und %2 weitere.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>There is no API key &quot;%1&quot;.</source>
        <translation>Es gibt keinen API-Schlüssel „%1“.</translation>
    </message>
    <message>
        <source>There is no person &quot;%1&quot;.</source>
        <translation>Es gibt keine Person „%1“.</translation>
    </message>
    <message>
        <source>There is no workspace &quot;%1&quot;.</source>
        <translation>Es gibt keinen Arbeitsbereich „%1“.</translation>
    </message>
    <message>
        <source>more than the whole budget</source>
        <translation>mehr als das ganze Budget</translation>
    </message>
    <message>
        <source>at or above its threshold of %1 %</source>
        <translation>an oder über der Schwelle von %1 %</translation>
    </message>
    <message>
        <source>Budget &quot;%1&quot;: $%2 of $%3 billed in %4 (%5 %), %6.</source>
        <translation>Budget „%1“: $%2 von $%3 in %4 abgerechnet (%5 %), %6.</translation>
    </message>
    <message>
        <source> Its part of the bill is an allocation.</source>
        <translation> Sein Teil der Rechnung ist eine Verteilung.</translation>
    </message>
    <message>
        <source>No invoice was entered.</source>
        <translation>Es wurde keine Rechnung eingegeben.</translation>
    </message>
    <message>
        <source>The report %1 is about one calendar month: take --from %2 --to %3.</source>
        <translation>Der Bericht %1 gilt für einen Kalendermonat: nehmen Sie --from %2 --to %3.</translation>
    </message>
    <message>
        <source>Line of the invoice, entered by hand</source>
        <translation>Posten der Rechnung, von Hand eingegeben</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Akzeptiert: %1</translation>
    </message>
    <message>
        <source>No price on %1: %2 tokens are not in the dollars</source>
        <translation>Kein Preis für %1: %2 Tokens sind nicht in den Dollar enthalten</translation>
    </message>
    <message>
        <source>Billed outside the cost report, not by the token</source>
        <translation>Außerhalb des Kostenberichts abgerechnet, nicht nach Tokens</translation>
    </message>
    <message>
        <source>Invoice - tokens x price</source>
        <translation>Rechnung - Tokens x Preis</translation>
    </message>
    <message>
        <source>Cost report - tokens x price</source>
        <translation>Kostenbericht - Tokens x Preis</translation>
    </message>
    <message>
        <source>Only in the cost report</source>
        <translation>Nur im Kostenbericht</translation>
    </message>
    <message>
        <source>%1 was never closed; tokenledger-cli close %1 does it.</source>
        <translation>%1 wurde nie abgeschlossen; tokenledger-cli close %1 tut es.</translation>
    </message>
    <message>
        <source>(no model)</source>
        <translation>(kein Modell)</translation>
    </message>
    <message>
        <source>Closed in spite of: %1. Reason: %2</source>
        <translation>Abgeschlossen trotz: %1. Grund: %2</translation>
    </message>
    <message>
        <source>Reopened on %1 by %2: %3</source>
        <translation>Wieder geöffnet am %1 von %2: %3</translation>
    </message>
    <message>
        <source>Nothing changed since %1 was closed.</source>
        <translation>Seit dem Abschluss von %1 hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Billed, but not in the usage report</source>
        <translation>Abgerechnet, aber nicht im Nutzungsbericht</translation>
    </message>
    <message>
        <source>In the usage report, but not billed</source>
        <translation>Im Nutzungsbericht, aber nicht abgerechnet</translation>
    </message>
    <message>
        <source>Long prompts cost more, which usage does not tell</source>
        <translation>Lange Prompts kosten mehr, was die Nutzung nicht nennt</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>since ever</source>
        <translation>seit jeher</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>No price in the price book for %1</source>
        <translation>Kein Preis in der Preisliste für %1</translation>
    </message>
    <message>
        <source>Only one of the two reports has %1</source>
        <translation>Nur einer der zwei Berichte hat %1</translation>
    </message>
    <message>
        <source>Costs more in a geography, which usage does not tell</source>
        <translation>Kostet in einer Region mehr, was die Nutzung nicht nennt</translation>
    </message>
    <message>
        <source>Cost of %1 restated on %2</source>
        <translation>Kosten vom %1 am %2 nachträglich geändert</translation>
    </message>
    <message>
        <source>price book of %1</source>
        <translation>Preisliste vom %1</translation>
    </message>
    <message>
        <source>%1, discount %2</source>
        <translation>%1, Rabatt %2</translation>
    </message>
    <message>
        <source>Manual lines</source>
        <translation>Manuelle Posten</translation>
    </message>
    <message>
        <source>Unpriced</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Not in tokens</source>
        <translation>Nicht in Tokens</translation>
    </message>
    <message>
        <source>Missing days</source>
        <translation>Fehlende Tage</translation>
    </message>
    <message>
        <source>Geography</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Late data</source>
        <translation>Späte Daten</translation>
    </message>
    <message>
        <source>Lines of the invoice, entered by hand, for what the cost report leaves out.</source>
        <translation>Von Hand eingegebene Posten der Rechnung, für das, was der Kostenbericht auslässt.</translation>
    </message>
    <message>
        <source>What the cost report bills for tokens that the price book has no price for.</source>
        <translation>Was der Kostenbericht für Tokens abrechnet, für die die Preisliste keinen Preis hat.</translation>
    </message>
    <message>
        <source>Cost types that the usage report does not count: only the cost report knows them.</source>
        <translation>Kostenarten, die der Nutzungsbericht nicht zählt: Nur der Kostenbericht kennt sie.</translation>
    </message>
    <message>
        <source>Days that only one of the two reports has.</source>
        <translation>Tage, die nur einer der zwei Berichte hat.</translation>
    </message>
    <message>
        <source>What the cost report bills more for a geography, which the usage report does not tell.</source>
        <translation>Was der Kostenbericht für eine Region mehr abrechnet, die der Nutzungsbericht nicht nennt.</translation>
    </message>
    <message>
        <source>What final days&apos; cost changed later and tokens x price did not, as far as it explains the difference.</source>
        <translation>Was sich an den Kosten endgültiger Tage später änderte und an Tokens x Preis nicht, soweit es die Differenz erklärt.</translation>
    </message>
    <message>
        <source>Differences up to half of the last place of each cost line (%1 USD), and half a cent of the invoice.</source>
        <translation>Differenzen bis zur Hälfte der letzten Stelle jeder Kostenzeile (%1 USD) und ein halber Cent der Rechnung.</translation>
    </message>
    <message>
        <source>What none of these explains.</source>
        <translation>Was nichts davon erklärt.</translation>
    </message>
    <message>
        <source>No invoice was entered: tokens x price and the cost report are compared.</source>
        <translation>Es wurde keine Rechnung eingegeben: Verglichen werden Tokens x Preis und der Kostenbericht.</translation>
    </message>
    <message>
        <source>%1 tokens of Priority Tier are billed outside the cost report and in none of these figures but the invoice&apos;s lines.</source>
        <translation>%1 Tokens von Priority Tier werden außerhalb des Kostenberichts abgerechnet und stehen in keiner dieser Zahlen außer den Posten der Rechnung.</translation>
    </message>
    <message>
        <source>%1 tokens of Priority Tier are billed outside the cost report: enter what they cost as a line of the invoice.</source>
        <translation>%1 Tokens von Priority Tier werden außerhalb des Kostenberichts abgerechnet: Geben Sie ihre Kosten als Posten der Rechnung ein.</translation>
    </message>
    <message>
        <source>No price is known for %1 on %2: its tokens are not taken as free.</source>
        <translation>Für %1 ist kein Preis bekannt (%2): Die Tokens gelten nicht als kostenlos.</translation>
    </message>
    <message>
        <source>Something is to be looked at: rows with &quot;investigate&quot; or &quot;unpriced&quot;.</source>
        <translation>Etwas ist anzusehen: Zeilen mit „investigate“ oder „unpriced“.</translation>
    </message>
    <message>
        <source>Your discounts are taken off listed prices: %1.</source>
        <translation>Ihre Rabatte werden von Listenpreisen abgezogen: %1.</translation>
    </message>
    <message>
        <source>No internal tracking was imported yet. Import one first (tokenledger-cli reconcile import).</source>
        <translation>Es wurde noch keine eigene Zählung importiert. Importieren Sie zuerst eine (tokenledger-cli reconcile import).</translation>
    </message>
    <message>
        <source>Say which internal tracking is meant (--source): %1.</source>
        <translation>Sagen Sie, welche eigene Zählung gemeint ist (--source): %1.</translation>
    </message>
    <message>
        <source>There is no internal tracking &quot;%1&quot;; there are: %2.</source>
        <translation>Es gibt keine eigene Zählung „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>%1 is closed already, since %2 by %3. Reopen it first, with a reason.</source>
        <translation>%1 ist schon abgeschlossen, seit %2 von %3. Öffnen Sie den Monat zuerst wieder, mit einem Grund.</translation>
    </message>
    <message>
        <source>A closed month is reopened for a reason only; give one.</source>
        <translation>Ein abgeschlossener Monat wird nur mit einem Grund wieder geöffnet; nennen Sie einen.</translation>
    </message>
    <message>
        <source>%1 is not closed.</source>
        <translation>%1 ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Version %1 of the closed month %2 is not as it was closed: its SHA-256 differs.</source>
        <translation>Version %1 des abgeschlossenen Monats %2 ist nicht mehr, wie sie abgeschlossen wurde: Ihr SHA-256 weicht ab.</translation>
    </message>
    <message>
        <source>Line %1 of the audit log, or one before it, is not as it was written.</source>
        <translation>Zeile %1 des Änderungsprotokolls, oder eine davor, ist nicht mehr, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>%1 rows of an internal tracking name a model that does not exist.</source>
        <translation>%1 Zeilen einer eigenen Zählung nennen ein Modell, das es nicht gibt.</translation>
    </message>
    <message>
        <source>There is no internal tracking &quot;%1&quot;.</source>
        <translation>Es gibt keine eigene Zählung „%1“.</translation>
    </message>
    <message>
        <source>A month&apos;s tokens at the price book&apos;s prices, the cost report, and the invoice that you enter: what lies between them, split into causes that sum to it to the cent, and by model.
Rows with a difference above the limits are to be looked at, or accepted with a reason. A month that is complete can be closed: its figures are frozen, and later changes are shown against them.
Of the filter bar, only the period&apos;s last month matters here.</source>
        <translation>Die Tokens eines Monats zu den Preisen der Preisliste, der Kostenbericht und die Rechnung, die Sie eingeben: was dazwischen liegt, aufgeteilt in Ursachen, die es auf den Cent ergeben, und nach Modell.
Zeilen mit einer Differenz über den Grenzen sind anzusehen oder mit einem Grund zu akzeptieren. Ein vollständiger Monat lässt sich abschließen: Seine Zahlen werden eingefroren, und spätere Änderungen werden dagegen gezeigt.
Von der Filterleiste zählt hier nur der letzte Monat des Zeitraums.</translation>
    </message>
    <message>
        <source>How budgets stand on the last day of the period: what was billed, what the month, quarter or fiscal year is forecast to end with, and the thresholds that were reached. What API keys and teams spent comes from the allocation of the bill.
Days that stand out cost much more than their weekdays before; those that somebody knows of are acknowledged with a note. They are marked in the charts over time, too.</source>
        <translation>Wie Budgets am letzten Tag des Zeitraums stehen: was abgerechnet wurde, womit der Monat, das Quartal oder das Geschäftsjahr laut Prognose endet, und die erreichten Schwellen. Was API-Schlüssel und Teams ausgegeben haben, kommt aus der Verteilung der Rechnung.
Auffällige Tage kosten viel mehr als die gleichen Wochentage davor; bekannte werden mit einer Notiz bestätigt. Sie sind auch in den Diagrammen über die Zeit markiert.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>What the month will have cost at its end: billed days, and for those to come the level of the last weeks by weekday. The quick and the slow level, each with and without a trend, are weighted by how well they did on the fortnights of the last eight weeks. Days that are not over count for what they are expected to become.
The interval is what such forecasts were off before in 80 of 100 cases. How the forecasts of past months did, from their 5th to their 25th, is said with the figure. It is an estimate, rounded to cents.</source>
        <translation>Was der Monat am Ende gekostet haben wird: abgerechnete Tage, und für die kommenden das Niveau der letzten Wochen nach Wochentag. Das schnelle und das langsame Niveau, je mit und ohne Trend, werden danach gewichtet, wie gut sie die Zweiwochenabschnitte der letzten acht Wochen trafen. Tage, die nicht vorbei sind, zählen mit dem, was von ihnen erwartet wird.
Das Intervall ist, wie weit solche Prognosen früher in 80 von 100 Fällen danebenlagen. Wie die Prognosen vergangener Monate vom 5. bis zum 25. abschnitten, steht bei der Zahl. Es ist eine Schätzung, auf Cent gerundet.</translation>
    </message>
    <message>
        <source>Days that stand out</source>
        <translation>Auffällige Tage</translation>
    </message>
    <message>
        <source>A day of a workspace, an API key or a model that cost more than a quarter, and more than five robust deviations, above the usual: the median of that weekday in the eight weeks before, or more where the level of the last days is higher or grows. Small sums are left out, as is a day that is not over. Amounts of API keys are estimates.</source>
        <translation>Ein Tag eines Arbeitsbereichs, eines API-Schlüssels oder eines Modells, der um mehr als ein Viertel und um mehr als fünf robuste Abweichungen über dem Üblichen lag: dem Median dieses Wochentags in den acht Wochen davor, oder mehr, wo das Niveau der letzten Tage höher ist oder wächst. Kleine Summen sind ausgelassen, ebenso ein Tag, der nicht vorbei ist. Beträge von API-Schlüsseln sind Schätzungen.</translation>
    </message>
    <message>
        <source>Not reported by this API: it counts tokens and web searches. None are estimated. Web searches are requests, not tokens, and in no sum of tokens.
Where you import an internal tracking (Data &gt; Internal tracking), the Overview shows the requests that it counted, labelled with its name. Success rate: successful requests ÷ requests, over the days and models that tell both.</source>
        <translation>Von dieser API nicht gemeldet: Sie zählt Tokens und Websuchen. Es werden keine geschätzt. Websuchen sind Anfragen, keine Tokens, und in keiner Summe von Tokens enthalten.
Wo Sie eine eigene Zählung importieren (Daten &gt; Eigene Zählung), zeigt die Übersicht die Anfragen, die sie gezählt hat, mit ihrem Namen versehen. Erfolgsquote: erfolgreiche Anfragen ÷ Anfragen, über die Tage und Modelle, die beides nennen.</translation>
    </message>
    <message>
        <source>Internal against Anthropic</source>
        <translation>Eigene Zählung gegen Anthropic</translation>
    </message>
    <message>
        <source>Internal − Anthropic, over the days that are final there and were imported after they were over; in per cent of Anthropic&apos;s figure. Exact: below 0.01 %. Close: below 1 %. Above: to investigate. What only one side has is named as such. A kind that the source does not tell is not compared.</source>
        <translation>Eigene Zählung − Anthropic, über die Tage, die dort endgültig sind und importiert wurden, nachdem sie vorbei waren; in Prozent der Zahl von Anthropic. Genau: unter 0,01 %. Nah: unter 1 %. Darüber: zu prüfen. Was nur eine Seite hat, wird so genannt. Eine Art, die die Quelle nicht nennt, wird nicht verglichen.</translation>
    </message>
    <message>
        <source>API keys by tokens</source>
        <translation>API-Schlüssel nach Tokens</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>Input tokens</source>
        <translation>Eingabetokens</translation>
    </message>
    <message>
        <source>Output tokens</source>
        <translation>Ausgabetokens</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation>Größte Änderungen</translation>
    </message>
    <message>
        <source>How complete this is</source>
        <translation>Wie vollständig das ist</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>never fetched</source>
        <translation>nie abgerufen</translation>
    </message>
    <message>
        <source>As of %1. Written %2 by Tokenledger %3. All days are UTC days; provisional days may still change.</source>
        <translation>Stand: %1. Geschrieben %2 von Tokenledger %3. Alle Tage sind UTC-Tage; vorläufige Tage können sich noch ändern.</translation>
    </message>
    <message>
        <source>Management report</source>
        <translation>Managementbericht</translation>
    </message>
    <message>
        <source>%1: management report</source>
        <translation>%1: Managementbericht</translation>
    </message>
    <message>
        <source>, compared with %1</source>
        <translation>, verglichen mit %1</translation>
    </message>
    <message>
        <source>Cost by workspace</source>
        <translation>Kosten nach Arbeitsbereich</translation>
    </message>
    <message>
        <source>The report could not be painted.</source>
        <translation>Der Bericht konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Reconcile</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>&amp;Reconcile</source>
        <translation>&amp;Abstimmung</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>new models %1</source>
        <translation>neue Modelle %1</translation>
    </message>
    <message>
        <source>gone models %1</source>
        <translation>entfallene Modelle %1</translation>
    </message>
    <message>
        <source>of it %1</source>
        <translation>davon %1</translation>
    </message>
    <message>
        <source>Volume</source>
        <comment>more or fewer tokens</comment>
        <translation>Menge</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>More or fewer tokens, each at what a token cost on average before.</source>
        <translation>Mehr oder weniger Tokens, jedes zu dem, was ein Token zuvor im Mittel kostete.</translation>
    </message>
    <message>
        <source>Mix</source>
        <comment>of models</comment>
        <translation>Mix</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Other models, tiers and context windows, and more or less output, at what each cost on average before. A model that is new counts with all of its cost.</source>
        <translation>Andere Modelle, Tarifstufen und Kontextfenster und mehr oder weniger Ausgabe, jeweils zu dem, was sie zuvor im Mittel kosteten. Ein neues Modell zählt mit allen seinen Kosten.</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>of input</source>
        <translation>der Eingabe</translation>
    </message>
    <message>
        <source>Input that was read from the cache, written to it or neither, in other parts than before, at the old prices.</source>
        <translation>Eingabe, die aus dem Cache gelesen, in ihn geschrieben wurde oder keines von beiden, in anderen Anteilen als zuvor, zu den alten Preisen.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>je Token</translation>
    </message>
    <message>
        <source>New prices for the old ones, at the new tokens.</source>
        <translation>Neue Preise statt der alten, bei den neuen Tokens.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Übriges</translation>
    </message>
    <message>
        <source>no tokens</source>
        <translation>keine Tokens</translation>
    </message>
    <message>
        <source>What is not billed by token: web searches, code execution, corrections, and days whose usage is not here.</source>
        <translation>Was nicht nach Tokens abgerechnet wird: Websuchen, Codeausführung, Korrekturen und Tage, deren Nutzung nicht da ist.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 gegenüber %2</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>The same cost, for the same reasons.</source>
        <translation>Dieselben Kosten, aus denselben Gründen.</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>Model or item</source>
        <translation>Modell oder Posten</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Days without usage</source>
        <translation>Tage ohne Nutzung</translation>
    </message>
    <message>
        <source>Cost of these days, less that of the days before. The effects add up to it exactly.</source>
        <translation>Kosten dieser Tage abzüglich der Kosten der Tage davor. Die Effekte ergeben zusammen genau diesen Betrag.</translation>
    </message>
    <message>
        <source>Cost and usage reports by model, tier, context window and token type</source>
        <translation>Kosten- und Nutzungsbericht nach Modell, Tarifstufe, Kontextfenster und Tokenart</translation>
    </message>
    <message>
        <source>usage: %1; cost: %2</source>
        <translation>Nutzung: %1; Kosten: %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>over</source>
        <translation>überschritten</translation>
    </message>
    <message>
        <source>heading over</source>
        <translation>Prognose darüber</translation>
    </message>
    <message>
        <source>%1 % reached</source>
        <translation>%1 % erreicht</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>im Rahmen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind and name: Workspace Research</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>Geschäftsjahr</translation>
    </message>
    <message>
        <source>All budgets hold.</source>
        <translation>Alle Budgets werden eingehalten.</translation>
    </message>
    <message>
        <source>%1 of %2 budgets is over.</source>
        <translation>%1 von %2 Budgets ist überschritten.</translation>
    </message>
    <message>
        <source>%1 of %2 budgets are over.</source>
        <translation>%1 von %2 Budgets sind überschritten.</translation>
    </message>
    <message>
        <source>%1 of %2 budgets is heading over.</source>
        <translation>%1 von %2 Budgets wird überschritten.</translation>
    </message>
    <message>
        <source>%1 of %2 budgets are heading over.</source>
        <translation>%1 von %2 Budgets werden überschritten.</translation>
    </message>
    <message>
        <source>%1 is forecast to end at %2.</source>
        <translation>%1 endet laut Prognose bei %2.</translation>
    </message>
    <message>
        <source>%1 ended at %2.</source>
        <translation>%1 endete bei %2.</translation>
    </message>
    <message>
        <source>Actual and forecast against budget</source>
        <translation>Ist und Prognose gegenüber Budget</translation>
    </message>
    <message>
        <source>No budget is laid down yet.</source>
        <translation>Es ist noch kein Budget festgelegt.</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Billed days, and for the days to come the level of the last weeks by weekday: four simple forecasts, weighted by how well each did on the fortnights of the last eight weeks. An estimate, rounded to cents.</source>
        <translation>Abgerechnete Tage und für die kommenden Tage das Niveau der letzten Wochen nach Wochentag: vier einfache Prognosen, gewichtet danach, wie gut jede in den Zwei-Wochen-Abschnitten der letzten acht Wochen war. Eine Schätzung, auf Cent gerundet.</translation>
    </message>
    <message>
        <source>1 past month</source>
        <translation>1 vergangenen Monat</translation>
    </message>
    <message numerus="yes">
        <source>%n past months</source>
        <translation>
            <numerusform>%n vergangenen Monat</numerusform>
            <numerusform>%n vergangenen Monaten</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1 off by %2 on average, a run rate by %3</source>
        <translation>in %1 im Mittel um %2 daneben, eine Hochrechnung um %3</translation>
    </message>
    <message>
        <source>; the interval held in %1 of cases</source>
        <translation>; das Intervall traf in %1 der Fälle zu</translation>
    </message>
    <message>
        <source>80 of 100 end between %1 and %2</source>
        <translation>80 von 100 enden zwischen %1 und %2</translation>
    </message>
    <message>
        <source>Actual: this one&apos;s part of the bill by the allocation, for the bill itself knows neither keys nor teams.</source>
        <translation>Ist: der Anteil an der Rechnung laut Verteilung, denn die Rechnung selbst kennt weder Schlüssel noch Teams.</translation>
    </message>
    <message>
        <source>Actual: what was billed in the period so far.</source>
        <translation>Ist: was im Zeitraum bisher abgerechnet wurde.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Berechnet aus</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <source>%1 · %2, by %3</source>
        <translation>%1 · %2, von %3</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1 a period: %2</source>
        <translation>%1 je Zeitraum: %2</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>how it was allocated</source>
        <translation>Art der Verteilung</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>No cost centre</source>
        <translation>Keine Kostenstelle</translation>
    </message>
    <message>
        <source>Shared by all keys</source>
        <translation>Alle Schlüssel gemeinsam</translation>
    </message>
    <message>
        <source>Usage missing</source>
        <translation>Nutzung fehlt</translation>
    </message>
    <message>
        <source>By tokens</source>
        <translation>Nach Tokens</translation>
    </message>
    <message>
        <source>By web searches</source>
        <translation>Nach Websuchen</translation>
    </message>
    <message>
        <source>Shared, by the rule</source>
        <translation>Gemeinsam, nach Regel</translation>
    </message>
    <message>
        <source>Console, by the rule</source>
        <translation>Console, nach Regel</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>%1, allocated</source>
        <translation>%1, verteilt</translation>
    </message>
    <message>
        <source>%1 by the rule for shared cost</source>
        <translation>%1 nach der Regel für gemeinsame Kosten</translation>
    </message>
    <message>
        <source>%1 shared</source>
        <translation>%1 gemeinsam</translation>
    </message>
    <message>
        <source>%1 Console</source>
        <translation>%1 Console</translation>
    </message>
    <message>
        <source>%1 not allocated: usage missing</source>
        <translation>%1 nicht verteilt: Nutzung fehlt</translation>
    </message>
    <message>
        <source>Allocated by tokens.</source>
        <translation>Nach Tokens verteilt.</translation>
    </message>
    <message>
        <source>Allocated by tokens; %1.</source>
        <translation>Nach Tokens verteilt; %1.</translation>
    </message>
    <message>
        <source>%1 There is no team yet: see Data &gt; Teams and cost centres.</source>
        <translation>%1 Es gibt noch kein Team: siehe Daten &gt; Teams und Kostenstellen.</translation>
    </message>
    <message>
        <source>Cost report, split by the tokens of the usage report, from the cache</source>
        <translation>Kostenbericht, aufgeteilt nach den Tokens des Nutzungsberichts, aus dem Cache</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source> forecast</source>
        <translation> laut Prognose</translation>
    </message>
    <message>
        <source>80 %: %1 – %2</source>
        <translation>80 %: %1 – %2</translation>
    </message>
    <message>
        <source>too little known for an interval</source>
        <translation>zu wenig bekannt für ein Intervall</translation>
    </message>
    <message>
        <source>%1 successful</source>
        <translation>%1 erfolgreich</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 of %2 days imported</source>
        <translation>%1 von %2 Tagen importiert</translation>
    </message>
    <message>
        <source>Requests and success rate</source>
        <translation>Anfragen und Erfolgsquote</translation>
    </message>
    <message>
        <source>Requests are what an imported internal tracking counted; Anthropic&apos;s reports hold no number of requests. Success rate: successful requests ÷ requests, over the days and models that tell both.</source>
        <translation>Anfragen sind, was eine importierte eigene Zählung gezählt hat; die Berichte von Anthropic nennen keine Zahl der Anfragen. Erfolgsquote: erfolgreiche Anfragen ÷ Anfragen, über die Tage und Modelle, die beides nennen.</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>%1 ÷ %2</source>
        <translation>%1 ÷ %2</translation>
    </message>
    <message>
        <source>Filtered by model only.</source>
        <translation>Nur nach Modell gefiltert.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>close</source>
        <translation>nah</translation>
    </message>
    <message>
        <source>investigate</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>within its bound</source>
        <translation>im Rahmen</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Posten</translation>
    </message>
    <message>
        <source>invoice and cost report agree.</source>
        <translation>Rechnung und Kostenbericht stimmen überein.</translation>
    </message>
    <message>
        <source>invoice and cost report differ.</source>
        <translation>Rechnung und Kostenbericht weichen ab.</translation>
    </message>
    <message>
        <source>Nothing is unexplained.</source>
        <translation>Nichts ist ungeklärt.</translation>
    </message>
    <message>
        <source>%1 of %2 (%3) is unexplained.</source>
        <translation>%1 von %2 (%3) sind ungeklärt.</translation>
    </message>
    <message>
        <source>Tokens × price</source>
        <translation>Tokens × Preis</translation>
    </message>
    <message>
        <source>Price book</source>
        <translation>Preisliste</translation>
    </message>
    <message>
        <source>edition %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Models priced</source>
        <translation>Modelle mit Preis</translation>
    </message>
    <message>
        <source>Late change seen %1</source>
        <translation>Späte Änderung, gesehen %1</translation>
    </message>
    <message>
        <source>Invoice, before tax and credits</source>
        <translation>Rechnung vor Steuer, Gutschr.</translation>
    </message>
    <message>
        <source>Not entered yet</source>
        <translation>Noch nicht eingegeben</translation>
    </message>
    <message>
        <source>Invoice %1, before tax and credits</source>
        <translation>Rechnung %1 vor Steuer und Gutschriften</translation>
    </message>
    <message>
        <source>%1, by hand</source>
        <translation>%1, von Hand</translation>
    </message>
    <message>
        <source>%1 lines, by hand</source>
        <translation>%1 Positionen, von Hand</translation>
    </message>
    <message>
        <source>tax %1 %</source>
        <translation>Steuer %1 %</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>Steuer %1</translation>
    </message>
    <message>
        <source>Credits %1 · %2</source>
        <translation>Gutschriften %1 · %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>Zahlbetrag %1</translation>
    </message>
    <message>
        <source>Where the %1 come from</source>
        <translation>Woher die %1 kommen</translation>
    </message>
    <message>
        <source>invoice − tokens × price, by cause</source>
        <translation>Rechnung − Tokens × Preis, nach Ursache</translation>
    </message>
    <message>
        <source>cost report − tokens × price, by cause</source>
        <translation>Kostenbericht − Tokens × Preis, nach Ursache</translation>
    </message>
    <message>
        <source>There is no difference</source>
        <translation>Es gibt keine Differenz</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keins)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>All %1 days final</source>
        <translation>Alle %1 Tage endgültig</translation>
    </message>
    <message>
        <source>fetched to %1</source>
        <translation>abgerufen bis %1</translation>
    </message>
    <message>
        <source>Sync the others</source>
        <translation>Übrige abgleichen</translation>
    </message>
    <message>
        <source>No invoice was entered</source>
        <translation>Keine Rechnung eingegeben</translation>
    </message>
    <message>
        <source>Enter the invoice</source>
        <translation>Rechnung eingeben</translation>
    </message>
    <message>
        <source>Invoice amount, tax and credits entered</source>
        <translation>Rechnungsbetrag, Steuer und Gutschriften eingegeben</translation>
    </message>
    <message>
        <source>by %1, %2</source>
        <translation>von %1, %2</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 hat keinen Preis</translation>
    </message>
    <message>
        <source>Add a price from %1</source>
        <translation>Preis ab %1 hinzufügen</translation>
    </message>
    <message>
        <source>%1 is %2 below its computed cost</source>
        <translation>%1 liegt %2 unter den berechneten Kosten</translation>
    </message>
    <message>
        <source>%1 is %2 above its computed cost</source>
        <translation>%1 liegt %2 über den berechneten Kosten</translation>
    </message>
    <message>
        <source>Accept the difference</source>
        <translation>Differenz akzeptieren</translation>
    </message>
    <message>
        <source>Closed on %1</source>
        <translation>Abgeschlossen am %1</translation>
    </message>
    <message>
        <source>by %1, version %2</source>
        <translation>von %1, Version %2</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Invoice and cost report differ</source>
        <translation>Rechnung und Kostenbericht weichen ab</translation>
    </message>
    <message>
        <source>Priority Tier is billed elsewhere</source>
        <translation>Priority Tier kommt extra</translation>
    </message>
    <message>
        <source>Enter it as a line of the invoice</source>
        <translation>Als Rechnungsposition eingeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>model and kind of tokens</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>API key %1</source>
        <translation>API-Schlüssel %1</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
    <message>
        <source>its first spend in eight weeks</source>
        <translation>erste Ausgaben seit acht Wochen</translation>
    </message>
    <message>
        <source>usually nothing on a %1</source>
        <translation>sonst nichts am %1</translation>
    </message>
    <message>
        <source>%1 the most that a day cost before</source>
        <translation>%1 die bisher höchsten Tageskosten</translation>
    </message>
    <message>
        <source>%1 its usual %2</source>
        <translation>%1 der übliche %2</translation>
    </message>
    <message>
        <source>Of usual</source>
        <translation>Zu sonst</translation>
    </message>
    <message>
        <source>Above usual</source>
        <translation>Über üblich</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>Usual is the most of: the median of this weekday in the eight weeks before, its share of the level of the last ten days, and the last three weeks&apos; amounts grown as the last days grew. A day stands out when it is more than five robust deviations and a quarter above.</source>
        <translation>Üblich ist der größte dieser Werte: der Median dieses Wochentags in den acht Wochen davor, sein Anteil am Niveau der letzten zehn Tage und die Beträge der letzten drei Wochen, gewachsen wie die letzten Tage. Ein Tag ist auffällig, wenn er um mehr als fünf robuste Abweichungen und um mehr als ein Viertel darüber liegt.</translation>
    </message>
    <message>
        <source>the key&apos;s share of each billed line&apos;s tokens: the bill knows no keys</source>
        <translation>der Anteil des Schlüssels an den Tokens jeder abgerechneten Zeile: Die Rechnung kennt keine Schlüssel</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das ist</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>%1 · stands out: %2, %3</source>
        <translation>%1 · auffällig: %2, %3</translation>
    </message>
    <message>
        <source>Cache written, 5 minutes</source>
        <translation>Cache geschrieben, 5 min</translation>
    </message>
    <message>
        <source>Cache written, 1 hour</source>
        <translation>Cache geschrieben, 1 h</translation>
    </message>
    <message>
        <source>only internal</source>
        <translation>nur eigene</translation>
    </message>
    <message>
        <source>only Anthropic</source>
        <translation>nur Anthropic</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Eigene Zählung</translation>
    </message>
    <message>
        <source>Anthropic</source>
        <translation>Anthropic</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>In Prozent</translation>
    </message>
    <message>
        <source>Cost (estimated)</source>
        <translation>Kosten (geschätzt)</translation>
    </message>
    <message>
        <source>%1 to investigate</source>
        <translation>%1 zu prüfen</translation>
    </message>
    <message>
        <source>%1 on one side only</source>
        <translation>%1 nur auf einer Seite</translation>
    </message>
    <message>
        <source>nothing to compare in this period</source>
        <translation>in diesem Zeitraum nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Internal − Anthropic, over the days that are final there and were imported whole; in per cent of Anthropic&apos;s figure.</source>
        <translation>Eigene Zählung − Anthropic, über die Tage, die dort endgültig sind und vollständig importiert wurden; in Prozent der Zahl von Anthropic.</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
    <message>
        <source>%1, from the %2</source>
        <translation>%1, aus dem %2</translation>
    </message>
    <message>
        <source>cost report</source>
        <translation>Kostenbericht</translation>
    </message>
    <message>
        <source>usage report</source>
        <translation>Nutzungsbericht</translation>
    </message>
    <message>
        <source>%1 compared, %2 left out</source>
        <translation>%1 verglichen, %2 ausgelassen</translation>
    </message>
    <message>
        <source>%1; exact below %2 %, close below %3 %</source>
        <translation>%1; genau unter %2 %, nah unter %3 %</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a month</comment>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>Reopen</source>
        <comment>a month</comment>
        <translation>Öffnung</translation>
    </message>
    <message>
        <source>The PDF report could not be made: the folder for temporary files (%1) takes no files. Free some space, check its permissions, and try again.</source>
        <translation>Der PDF-Bericht ließ sich nicht erstellen: Der Ordner für temporäre Dateien (%1) nimmt keine Dateien an. Schaffen Sie Platz, prüfen Sie seine Rechte und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; did not finish the report in time and was stopped. Try again, or choose fewer days.</source>
        <translation>Das Programm „%1“ wurde mit dem Bericht nicht rechtzeitig fertig und wurde beendet. Versuchen Sie es noch einmal oder wählen Sie weniger Tage.</translation>
    </message>
    <message>
        <source>People&apos;s names and e-mail addresses are replaced by pseudonyms.</source>
        <translation>Namen und E-Mail-Adressen von Personen sind durch Pseudonyme ersetzt.</translation>
    </message>
    <message>
        <source>The files of &quot;%1&quot; do not add up to the whole report, so no index was written. Please report this.</source>
        <translation>Die Dateien von „%1“ ergeben zusammen nicht den ganzen Bericht, deshalb wurde kein Index geschrieben. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>(whole report)</source>
        <translation>(ganzer Bericht)</translation>
    </message>
    <message>
        <source>The Excel file could not be made: the disk of the folder for temporary files (%1) is full or takes no files. Free some space and try again, or export as CSV.</source>
        <translation>Die Excel-Datei ließ sich nicht erstellen: Der Datenträger des Ordners für temporäre Dateien (%1) ist voll oder nimmt keine Dateien an. Schaffen Sie Platz und versuchen Sie es erneut, oder exportieren Sie als CSV.</translation>
    </message>
    <message>
        <source>The Excel file could not be made. Export as CSV instead.</source>
        <translation>Die Excel-Datei konnte nicht erstellt werden. Exportieren Sie stattdessen als CSV.</translation>
    </message>
    <message>
        <source>The file has a header, but no budgets.</source>
        <translation>Die Datei hat eine Kopfzeile, aber keine Budgets.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Line 1: &quot;%1&quot; is no column of budgets. They are: %2.</source>
        <translation>Zeile 1: „%1“ ist keine Spalte für Budgets. Es gibt: %2.</translation>
    </message>
    <message>
        <source>Line 1: the column &quot;%1&quot; is there twice.</source>
        <translation>Zeile 1: Die Spalte „%1“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>Line 1: the column &quot;%1&quot; is missing.</source>
        <translation>Zeile 1: Die Spalte „%1“ fehlt.</translation>
    </message>
    <message>
        <source>There are %1 values, and %2 columns. A value that holds a separator belongs into quotation marks.</source>
        <translation>Es sind %1 Werte bei %2 Spalten. Ein Wert, der ein Trennzeichen enthält, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>The budget &quot;%1&quot; is in the file twice.</source>
        <translation>Das Budget „%1“ steht zweimal in der Datei.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of month, quarter and year.</source>
        <translation>„%1“ ist weder month noch quarter noch year.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of organization, workspace, team, api_key and model.</source>
        <translation>„%1“ ist keines von organization, workspace, team, api_key und model.</translation>
    </message>
    <message>
        <source>The organization is one; leave this empty.</source>
        <translation>Es gibt nur eine Organisation; lassen Sie dies leer.</translation>
    </message>
    <message>
        <source>Say which one it is.</source>
        <translation>Geben Sie an, was gemeint ist.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be thousands or decimals. Write it as in 1250 or 1250.50.</source>
        <translation>„%1“ können Tausender oder Nachkommastellen sein. Schreiben Sie 1250 oder 1250.50.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of US dollars as in 1250.50; without separators of thousands.</source>
        <translation>„%1“ ist kein Betrag in US-Dollar wie 1250.50; ohne Tausendertrennzeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day as in 2026-11-20.</source>
        <translation>„%1“ ist kein Tag wie 2026-11-20.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is what the reports call cost without one. Choose another name.</source>
        <translation>„%1“ heißen in den Berichten Kosten ohne eine Zuordnung. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>If the comma groups thousands here, leave --decimal-comma out.</source>
        <translation>Wenn das Komma hier Tausender trennt, lassen Sie --decimal-comma weg.</translation>
    </message>
    <message>
        <source>Budget &quot;%1&quot;: forecast to end %2 at $%3, $%4 above its $%5.</source>
        <translation>Budget „%1“: wird %2 voraussichtlich bei $%3 enden, $%4 über seinen $%5.</translation>
    </message>
    <message>
        <source>No day of %1 was fetched with both its usage and its cost.</source>
        <translation>Von %1 wurde kein Tag mit Nutzung und Kosten abgerufen.</translation>
    </message>
    <message>
        <source>No day of %1 was fetched.</source>
        <translation>Kein Tag von %1 wurde abgerufen.</translation>
    </message>
    <message>
        <source>Budget &quot;%1&quot;: how it stands is not known. %2</source>
        <translation>Budget „%1“: sein Stand ist nicht bekannt. %2</translation>
    </message>
    <message>
        <source>The cost of the models is not that of the workspaces, so no report was made. Please report this.</source>
        <translation>Die Kosten der Modelle sind nicht die der Arbeitsbereiche, daher wurde kein Bericht erstellt. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>%1: a difference of %2 USD is neither explained nor accepted</source>
        <translation>%1: eine Differenz von %2 USD ist weder erklärt noch akzeptiert</translation>
    </message>
    <message>
        <source>%1 has no price, and its difference is not accepted.</source>
        <translation>%1 hat keinen Preis, und die Differenz ist nicht akzeptiert.</translation>
    </message>
    <message>
        <source>%1 cannot be closed yet: %2. Sync or accept first, or close it anyway and give the reason.</source>
        <translation>%1 kann noch nicht abgeschlossen werden: %2. Zuerst synchronisieren oder akzeptieren, oder mit Grund trotzdem abschließen.</translation>
    </message>
    <message>
        <source>%1 is closed; reopen it first, with a reason.</source>
        <translation>%1 ist abgeschlossen; zuerst mit einem Grund wieder öffnen.</translation>
    </message>
    <message>
        <source>Version %1 of the closed month %2 is not as it was closed: its SHA-256 differs. Its figures are not shown.</source>
        <translation>Version %1 des abgeschlossenen Monats %2 ist nicht, wie sie abgeschlossen wurde: ihr SHA-256 weicht ab. Ihre Zahlen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Since %1 was closed these changed: %2.</source>
        <translation>Seit dem Abschluss von %1 haben sich geändert: %2.</translation>
    </message>
    <message>
        <source>Cost type %1</source>
        <translation>Kostenart %1</translation>
    </message>
    <message>
        <source>Tokens x price</source>
        <translation>Token x Preis</translation>
    </message>
    <message>
        <source>%1: %2 when it was closed, %3 now.</source>
        <translation>%1: %2 beim Abschluss, jetzt %3.</translation>
    </message>
    <message>
        <source>Line %1 of the audit log says &quot;%2&quot;, but the cache does not have it.</source>
        <translation>Zeile %1 des Änderungsprotokolls sagt „%2“, aber der Cache hat das nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not as line %2 of the audit log says: its SHA-256 differs.</source>
        <translation>„%1“ ist nicht, wie Zeile %2 des Änderungsprotokolls sagt: der SHA-256 weicht ab.</translation>
    </message>
    <message>
        <source>The audit log has no line for &quot;%1&quot;.</source>
        <translation>Das Änderungsprotokoll hat keine Zeile für „%1“.</translation>
    </message>
    <message>
        <source>The organization was closed meanwhile; nothing was exported.</source>
        <translation>Die Organisation wurde inzwischen geschlossen; es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>Search, code execution</source>
        <translation>Suche, Codeausführung</translation>
    </message>
    <message>
        <source>%1 · not comparable: the cost of %2 is not here</source>
        <translation>%1 · nicht vergleichbar: Kosten fehlen für %2</translation>
    </message>
    <message>
        <source>The cost report comes to as much as when %1 was closed.</source>
        <translation>Der Kostenbericht ergibt so viel wie beim Abschluss von %1.</translation>
    </message>
    <message>
        <source>The cost report says %1 less than when %2 was closed.</source>
        <translation>Der Kostenbericht sagt %1 weniger als beim Abschluss von %2.</translation>
    </message>
    <message>
        <source>The cost report says %1 more than when %2 was closed.</source>
        <translation>Der Kostenbericht sagt %1 mehr als beim Abschluss von %2.</translation>
    </message>
    <message>
        <source>%1: %2, now %3 (%4)</source>
        <translation>%1: %2, jetzt %3 (%4)</translation>
    </message>
    <message>
        <source>Default workspace</source>
        <translation>Standard-Arbeitsbereich</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1: %2, jetzt %3</translation>
    </message>
    <message>
        <source>%1, %2 still to come</source>
        <translation>%1, %2 folgen</translation>
    </message>
    <message>
        <source>Nothing to sync yet</source>
        <translation>Noch nichts zu synchronisieren</translation>
    </message>
    <message>
        <source>Sync the days so far</source>
        <translation>Bisherige Tage holen</translation>
    </message>
    <message>
        <source>The snapshot is not as it was closed</source>
        <translation>Der Snapshot ist nicht, wie er abgeschlossen wurde</translation>
    </message>
    <message>
        <source>Its SHA-256 differs; verify the cache</source>
        <translation>Sein SHA-256 weicht ab; den Cache prüfen</translation>
    </message>
    <message>
        <source>The month&apos;s figures changed since</source>
        <translation>Die Zahlen des Monats haben sich seitdem geändert</translation>
    </message>
    <message>
        <source>%1 of %2 days compared</source>
        <translation>%1 von %2 Tagen verglichen</translation>
    </message>
    <message>
        <source>%1 exact</source>
        <translation>%1 genau</translation>
    </message>
    <message>
        <source>%1 close</source>
        <translation>%1 nahe</translation>
    </message>
    <message>
        <source>There are more than 1,000 values in this line.</source>
        <translation>In dieser Zeile stehen mehr als 1.000 Werte.</translation>
    </message>
    <message>
        <source>A quotation mark stands inside a value that does not begin with one. Put the whole value into quotation marks, and double those inside.</source>
        <translation>Ein Anführungszeichen steht in einem Wert, der nicht mit einem beginnt. Setzen Sie den ganzen Wert in Anführungszeichen, und verdoppeln Sie die darin.</translation>
    </message>
    <message>
        <source>Something follows the closing quotation mark of this value.</source>
        <translation>Auf das schließende Anführungszeichen dieses Werts folgt noch etwas.</translation>
    </message>
    <message>
        <source>The quotation mark that opens this value is never closed.</source>
        <translation>Das Anführungszeichen, das diesen Wert öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This value is longer than 16 MB: the quotation mark that opens it is never closed.</source>
        <translation>Dieser Wert ist länger als 16 MB: Das Anführungszeichen, das ihn öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>it is not a JSON object (%1)</source>
        <translation>es ist kein JSON-Objekt (%1)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that is known here</source>
        <translation>„%1“ ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a text</source>
        <translation>„%1“ ist kein Text</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is &quot;%2&quot;, which is no amount of US dollars as in &quot;1250.00&quot;</source>
        <translation>„%1“ ist „%2“, kein Betrag in US-Dollar wie „1250.00“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is &quot;%2&quot;, which is no day as in 2026-11-20</source>
        <translation>„%1“ ist „%2“, kein Tag wie 2026-11-20</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a list</source>
        <translation>„%1“ ist keine Liste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds something but texts</source>
        <translation>„%1“ enthält nicht nur Texte</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1: nicht lesbar, denn %2.</translation>
    </message>
    <message>
        <source>There are two teams &quot;%1&quot;.</source>
        <translation>Es gibt zwei Teams „%1“.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>zugleich</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>%1 would be in the teams &quot;%2&quot; and &quot;%3&quot; %4. Let it leave the one before it comes into the other.</source>
        <translation>%1 wäre %4 in den Teams „%2“ und „%3“. Beenden Sie die eine Mitgliedschaft, bevor die andere beginnt.</translation>
    </message>
    <message>
        <source>There is no team yet.</source>
        <translation>Es gibt noch kein Team.</translation>
    </message>
    <message>
        <source>There are the teams %1.</source>
        <translation>Es gibt die Teams %1.</translation>
    </message>
    <message>
        <source>The file has a header, and no team below it.</source>
        <translation>Die Datei hat eine Kopfzeile und darunter kein Team.</translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;. The columns are name, cost_centre, kind, member, from and to.</source>
        <translation>Es gibt keine Spalte „%1“. Die Spalten sind name, cost_centre, kind, member, from und to.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is there twice.</source>
        <translation>Die Spalte „%1“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>Line %1: the column &quot;%2&quot; is missing.</source>
        <translation>Zeile %1: Die Spalte „%2“ fehlt.</translation>
    </message>
    <message>
        <source>There are %1 values, and %2 columns.</source>
        <translation>Es gibt %1 Werte und %2 Spalten.</translation>
    </message>
    <message>
        <source>The team has no name.</source>
        <translation>Das Team hat keinen Namen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of member; there are key, person and workspace.</source>
        <translation>„%1“ ist keine Art von Mitglied; es gibt key, person und workspace.</translation>
    </message>
    <message>
        <source>The membership ends before it begins.</source>
        <translation>Die Mitgliedschaft endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>The team &quot;%1&quot; has the cost centre &quot;%2&quot; above, and &quot;%3&quot; here.</source>
        <translation>Das Team „%1“ hat weiter oben die Kostenstelle „%2“, hier aber „%3“.</translation>
    </message>
    <message>
        <source>This file looks like UTF-16 without a byte order mark. Say so (--encoding utf-16le or utf-16be), or save it as UTF-8.</source>
        <translation>Diese Datei sieht nach UTF-16 ohne Bytereihenfolge-Marke aus. Geben Sie das an (--encoding utf-16le oder utf-16be), oder speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>This is not a text file: it holds bytes of value 0. Import CSV or JSON lines.</source>
        <translation>Das ist keine Textdatei: Sie enthält Bytes mit dem Wert 0. Importieren Sie CSV oder JSON Lines.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>Die Datei lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>Line %1 is not %2 text.</source>
        <translation>Zeile %1 ist kein %2-Text.</translation>
    </message>
    <message>
        <source>Line %1 holds a byte of value 0: this is not a text file.</source>
        <translation>Zeile %1 enthält ein Byte mit dem Wert 0: Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>Line %1 is not UTF-8 text. Save the file as UTF-8, or say what it is encoded in (older spreadsheets: --encoding windows-1252).</source>
        <translation>Zeile %1 ist kein UTF-8-Text. Speichern Sie die Datei als UTF-8, oder geben Sie ihre Kodierung an (ältere Tabellenprogramme: --encoding windows-1252).</translation>
    </message>
    <message>
        <source>Line %1 is longer than %2 MB: this is no table.</source>
        <translation>Zeile %1 ist länger als %2 MB: Das ist keine Tabelle.</translation>
    </message>
    <message>
        <source>This is not what ccusage writes with --json.</source>
        <translation>Das ist nicht, was ccusage mit --json schreibt.</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>column %1 (%2)</source>
        <translation>Spalte %1 (%2)</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>Feld %1</translation>
    </message>
    <message>
        <source>The header could be separated in two ways. Say which (--separator comma, semicolon, tab or pipe).</source>
        <translation>Die Kopfzeile lässt sich auf zwei Arten trennen. Geben Sie an, wie (--separator comma, semicolon, tab oder pipe).</translation>
    </message>
    <message>
        <source>Line %1: the columns %2 and %3 have the same name, %4.</source>
        <translation>Zeile %1: Die Spalten %2 und %3 haben denselben Namen, %4.</translation>
    </message>
    <message>
        <source>The file has no column &quot;%1&quot;. It has: %2. Name the columns with --map, as in --map date=Day.</source>
        <translation>Die Datei hat keine Spalte „%1“. Sie hat: %2. Nennen Sie die Spalten mit --map, wie in --map date=Day.</translation>
    </message>
    <message>
        <source>Line %1 has %2 values, and the header names %3 columns. A value that holds a separator belongs into quotation marks.</source>
        <translation>Zeile %1 hat %2 Werte, und die Kopfzeile nennt %3 Spalten. Ein Wert, der ein Trennzeichen enthält, gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Line %1, column %2 (%3): %4</source>
        <translation>Zeile %1, Spalte %2 (%3): %4</translation>
    </message>
    <message>
        <source>Line %1: %2 JSON lines hold one object a line.</source>
        <translation>Zeile %1: %2 JSON-Zeilen enthalten ein Objekt je Zeile.</translation>
    </message>
    <message>
        <source>This JSON document is larger than 128 MB. Import it as JSON lines: one object a line.</source>
        <translation>Dieses JSON-Dokument ist größer als 128 MB. Importieren Sie es als JSON-Zeilen: ein Objekt je Zeile.</translation>
    </message>
    <message>
        <source>After line %1: %2</source>
        <translation>Nach Zeile %1: %2</translation>
    </message>
    <message>
        <source>There is no list &quot;daily&quot; in this file. Make it with ccusage daily --json --timezone UTC.</source>
        <translation>In dieser Datei gibt es keine Liste „daily“. Erzeugen Sie die Datei mit ccusage daily --json --timezone UTC.</translation>
    </message>
    <message>
        <source>Line %1: this day has no &quot;date&quot;.</source>
        <translation>Zeile %1: Dieser Tag hat kein „date“.</translation>
    </message>
    <message>
        <source>Line %1: %2 has no &quot;modelBreakdowns&quot;.</source>
        <translation>Zeile %1: %2 hat kein „modelBreakdowns“.</translation>
    </message>
    <message>
        <source>This is not a JSON object.</source>
        <translation>Dies ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Something follows the JSON object of this line.</source>
        <translation>Auf das JSON-Objekt dieser Zeile folgt noch etwas.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is there twice.</source>
        <translation>Das Feld „%1“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The model is not text.</source>
        <translation>Das Modell ist kein Text.</translation>
    </message>
    <message>
        <source>The model&apos;s name holds a control character.</source>
        <translation>Der Name des Modells enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>The model is empty.</source>
        <translation>Das Modell ist leer.</translation>
    </message>
    <message>
        <source>The date is missing.</source>
        <translation>Das Datum fehlt.</translation>
    </message>
    <message>
        <source>The date is not text.</source>
        <translation>Das Datum ist kein Text.</translation>
    </message>
    <message>
        <source>This is too large a number.</source>
        <translation>Diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the sum of the 5-minute and 1-hour tokens beside it.</source>
        <translation>„%1“ ist nicht die Summe der Tokens für 5 Minuten und 1 Stunde daneben.</translation>
    </message>
    <message>
        <source>%1 is less than the tokens that were read from the cache or written to it: in this log prompt_tokens does not count all input. Say what it counts (--prompt-tokens with-reads or uncached).</source>
        <translation>%1 ist weniger als die Tokens, die aus dem Cache gelesen oder in ihn geschrieben wurden: In diesem Protokoll zählt prompt_tokens nicht die ganze Eingabe. Geben Sie an, was es zählt (--prompt-tokens with-reads oder uncached).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither success nor failure.</source>
        <translation>„%1“ ist weder success noch failure.</translation>
    </message>
    <message>
        <source>More requests succeeded (%1) than were made (%2).</source>
        <translation>Es waren mehr Anfragen erfolgreich (%1), als gestellt wurden (%2).</translation>
    </message>
    <message>
        <source>%1 and %2 stand in line %3 already. If both lines are parts of that day, say so (--add-up); else one of them is a repeat.</source>
        <translation>%1 und %2 stehen schon in Zeile %3. Sind beide Zeilen Teile dieses Tages, geben Sie das an (--add-up); sonst ist eine davon eine Wiederholung.</translation>
    </message>
    <message>
        <source>The sum of this day and model is too large to hold exactly.</source>
        <translation>Die Summe dieses Tages und Modells ist zu groß, um exakt zu bleiben.</translation>
    </message>
    <message>
        <source>The file holds no row that counts.</source>
        <translation>Die Datei enthält keine Zeile, die zählt.</translation>
    </message>
    <message>
        <source>%1: %2 rows.</source>
        <translation>%1: %2 Zeilen.</translation>
    </message>
    <message>
        <source>The sum of all %1 is too large to hold exactly.</source>
        <translation>Die Summe von %1 ist zu groß, um exakt zu bleiben.</translation>
    </message>
    <message>
        <source>%1 is not known of %2 of %3 days and models: rows of theirs do not tell it.</source>
        <translation>%1 ist für %2 von %3 Tagen und Modellen nicht bekannt: Zeilen davon nennen es nicht.</translation>
    </message>
    <message>
        <source>a request that was there already</source>
        <translation>eine Anfrage, die es schon gab</translation>
    </message>
    <message>
        <source>answered by the proxy&apos;s own cache, without Anthropic</source>
        <translation>vom eigenen Cache des Proxys beantwortet, ohne Anthropic</translation>
    </message>
    <message>
        <source>served by another provider, who bills it</source>
        <translation>von einem anderen Anbieter bedient, der sie abrechnet</translation>
    </message>
    <message>
        <source>not a model of Anthropic</source>
        <translation>kein Modell von Anthropic</translation>
    </message>
    <message>
        <source>without a model</source>
        <translation>ohne Modell</translation>
    </message>
    <message>
        <source>Amounts finer than a billionth of a dollar were rounded half-even: %1.</source>
        <translation>Beträge, die feiner als ein Milliardstel Dollar sind, wurden gerundet (bei der Hälfte zur geraden Ziffer): %1.</translation>
    </message>
    <message>
        <source>%1 rows do not tell which part of prompt_tokens came from the cache: the uncached input of their days and models is not known.</source>
        <translation>%1 Zeilen nennen nicht, welcher Teil von prompt_tokens aus dem Cache kam: Die Eingabe ohne Cache ihrer Tage und Modelle ist nicht bekannt.</translation>
    </message>
    <message>
        <source>ccusage cuts days in the time zone that it ran in. Run it with --timezone UTC.</source>
        <translation>ccusage trennt die Tage nach der Zeitzone, in der es lief. Führen Sie es mit --timezone UTC aus.</translation>
    </message>
    <message>
        <source>The date is empty.</source>
        <translation>Das Datum ist leer.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the date format that was said.</source>
        <translation>„%1“ hat nicht das angegebene Datumsformat.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day of the years 2000 to 2199.</source>
        <translation>„%1“ ist kein Tag der Jahre 2000 bis 2199.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is of another form than the first date, %2.</source>
        <translation>„%1“ hat eine andere Form als das erste Datum, %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date. Dates are written as in 2026-11-20.</source>
        <translation>„%1“ ist kein Datum. Ein Datum wird geschrieben wie 2026-11-20.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form 2026-11-20.</source>
        <translation>„%1“ hat nicht die Form 2026-11-20.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be two days: the month may come first or second. Say which (--date-format mdy or dmy).</source>
        <translation>„%1“ kann für zwei Tage stehen: Der Monat kann an erster oder zweiter Stelle stehen. Geben Sie an, wo (--date-format mdy oder dmy).</translation>
    </message>
    <message>
        <source>days as in 2026-11-20</source>
        <translation>Tage wie 2026-11-20</translation>
    </message>
    <message>
        <source>times without an offset, taken as UTC</source>
        <translation>Zeiten ohne Zeitversatz, als UTC genommen</translation>
    </message>
    <message>
        <source>times, as days in UTC</source>
        <translation>Zeiten, als Tage in UTC</translation>
    </message>
    <message>
        <source>day.month.year</source>
        <translation>Tag.Monat.Jahr</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>Tag/Monat/Jahr</translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation>Monat/Tag/Jahr</translation>
    </message>
    <message>
        <source>Several are called &quot;%1&quot;. Take the id: %2.</source>
        <translation>Mehrere heißen „%1“. Nehmen Sie die ID: %2.</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>spend by model</source>
        <translation>Ausgaben nach Modell</translation>
    </message>
    <message>
        <source>spend by workspace</source>
        <translation>Ausgaben nach Arbeitsbereich</translation>
    </message>
    <message>
        <source>spend by cost type</source>
        <translation>Ausgaben nach Kostenart</translation>
    </message>
    <message>
        <source>tokens and searches</source>
        <translation>Token und Suchen</translation>
    </message>
    <message>
        <source>tokens x price</source>
        <translation>Token x Preis</translation>
    </message>
    <message>
        <source>Without a model</source>
        <translation>Ohne Modell</translation>
    </message>
    <message>
        <source>Session usage</source>
        <translation>Sitzungsnutzung</translation>
    </message>
    <message>
        <source>Internal: %1. Exact: below %2 % of Anthropic&apos;s figure; close: below %3 %.</source>
        <translation>Eigene Zählung: %1. Genau: unter %2 % der Zahl von Anthropic; nah: unter %3 %.</translation>
    </message>
    <message>
        <source>Not imported, and not compared: %1.</source>
        <translation>Nicht importiert und nicht verglichen: %1.</translation>
    </message>
    <message>
        <source>Not fetched from Anthropic, and not compared: %1.</source>
        <translation>Nicht von Anthropic abgerufen und nicht verglichen: %1.</translation>
    </message>
    <message>
        <source>Not judged, as they may still change or were imported before they were over: %1.</source>
        <translation>Nicht beurteilt, da noch Änderungen möglich sind oder vor dem Ende des Tages importiert wurde: %1.</translation>
    </message>
    <message>
        <source>%1 does not tell: %2.</source>
        <translation>%1 nennt nicht: %2.</translation>
    </message>
    <message>
        <source>%1 figures of single days and models are not known to %2, and not compared.</source>
        <translation>%1 Werte einzelner Tage und Modelle sind %2 nicht bekannt und werden nicht verglichen.</translation>
    </message>
    <message>
        <source>The cost of %1 is its own estimate; Anthropic&apos;s is the bill.</source>
        <translation>Die Kosten von %1 sind eine eigene Schätzung; die von Anthropic sind die Rechnung.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>CSV, separated by: %1</source>
        <translation>CSV, getrennt durch: %1</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>a JSON list</source>
        <translation>eine JSON-Liste</translation>
    </message>
    <message>
        <source>the JSON of ccusage</source>
        <translation>das JSON von ccusage</translation>
    </message>
    <message>
        <source>%1; %2; dates: %3</source>
        <translation>%1; %2; Datumsangaben: %3</translation>
    </message>
    <message>
        <source>no invoice yet.</source>
        <translation>noch keine Rechnung.</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, abgeschlossen</translation>
    </message>
    <message>
        <source>&quot;lines&quot; is not a list</source>
        <translation>„lines“ ist keine Liste</translation>
    </message>
    <message>
        <source>A line of the invoice</source>
        <translation>Ein Posten der Rechnung</translation>
    </message>
    <message>
        <source>from internal tracking (%1)</source>
        <translation>aus eigener Zählung (%1)</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Budget&amp;s</source>
        <translation>B&amp;udgets</translation>
    </message>
</context>
<context>
    <name>tokenledger::BridgeCard</name>
    <message>
        <source>What changed, by model</source>
        <translation>Was sich änderte, nach Modell</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetBars</name>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>forecast %1</source>
        <translation>Prognose %1</translation>
    </message>
    <message>
        <source>80 % between %1 and %2</source>
        <translation>80 % zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetCards</name>
    <message>
        <source>Actual and forecast against budget</source>
        <translation>Ist und Prognose gegenüber Budget</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Days that stand out</source>
        <translation>Auffällige Tage</translation>
    </message>
    <message>
        <source>No day stands out</source>
        <translation>Kein auffälliger Tag</translation>
    </message>
    <message>
        <source>Nothing cost much more than on its weekdays before.</source>
        <translation>Nichts kostete viel mehr als an den gleichen Wochentagen davor.</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>No budget is laid down yet</source>
        <translation>Noch kein Budget festgelegt</translation>
    </message>
    <message>
        <source>Say what may be spent on the organization, a workspace, a team, a key or a model, and see here how it stands and how it will end.</source>
        <translation>Legen Sie fest, was für die Organisation, einen Arbeitsbereich, ein Team, einen Schlüssel oder ein Modell ausgegeben werden darf, und sehen Sie hier, wie es steht und wie es enden wird.</translation>
    </message>
    <message>
        <source>Add a budget...</source>
        <translation>Budget hinzufügen...</translation>
    </message>
    <message>
        <source>Acknowledge...</source>
        <translation>Bestätigen...</translation>
    </message>
    <message>
        <source>Change the budget...</source>
        <translation>Budget ändern...</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>CSV exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetPopup</name>
    <message>
        <source>&quot;%1&quot; is no day as in 2026-11-20.</source>
        <translation>„%1“ ist kein Tag wie 2026-11-20.</translation>
    </message>
    <message>
        <source>Change the budget</source>
        <translation>Budget ändern</translation>
    </message>
    <message>
        <source>A new budget</source>
        <translation>Neues Budget</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>Je</translation>
    </message>
    <message>
        <source>Amount, USD</source>
        <translation>Betrag, USD</translation>
    </message>
    <message>
        <source>Thresholds, %</source>
        <translation>Schwellen, %</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>The amount is US dollars as in 5000 or 1250.50.</source>
        <translation>Der Betrag ist in US-Dollar anzugeben, wie 5000 oder 1250.50.</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetWatch</name>
    <message>
        <source>A budget needs attention</source>
        <translation>Ein Budget braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Budgets need attention</source>
        <translation>Budgets brauchen Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetsController</name>
    <message>
        <source>This cache knows no &quot;%1&quot;.</source>
        <translation>Dieser Cache kennt „%1“ nicht.</translation>
    </message>
    <message>
        <source>Several are called &quot;%1&quot;; name one by its id.</source>
        <translation>Mehrere heißen „%1“; geben Sie die ID an.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No cache is open.</source>
        <translation>Es ist kein Cache offen.</translation>
    </message>
    <message>
        <source>This cache is open read-only.</source>
        <translation>Dieser Cache ist schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>The budget &quot;%1&quot; is saved</source>
        <translation>Das Budget „%1“ ist gespeichert</translation>
    </message>
    <message>
        <source>The budget &quot;%1&quot; is removed</source>
        <translation>Das Budget „%1“ ist entfernt</translation>
    </message>
    <message>
        <source>The day is acknowledged</source>
        <translation>Der Tag ist bestätigt</translation>
    </message>
    <message>
        <source>%1 budgets are imported</source>
        <translation>%1 Budgets sind importiert</translation>
    </message>
</context>
<context>
    <name>tokenledger::BudgetsPage</name>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>Add a budget...</source>
        <translation>Budget hinzufügen...</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Days that stand out</source>
        <translation>Auffällige Tage</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 am %2</translation>
    </message>
    <message>
        <source>What is known of it:</source>
        <translation>Was darüber bekannt ist:</translation>
    </message>
    <message>
        <source>Import budgets</source>
        <translation>Budgets importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Nothing of %1 was imported.</source>
        <translation>Aus %1 wurde nichts importiert.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1: %2 · %3</translation>
    </message>
    <message>
        <source>%1 holds these budgets; those of the same name get a new version.</source>
        <translation>%1 enthält diese Budgets; die mit gleichem Namen bekommen eine neue Version.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tokenledger::CacheCard</name>
    <message>
        <source>Cache file</source>
        <translation>Cache-Datei</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Restatements</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source> · schema version %1</source>
        <translation> · Schema-Version %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>none: no final day has changed</source>
        <translation>kein endgültiger Tag geändert</translation>
    </message>
    <message>
        <source>1 value of a final day</source>
        <translation>1 Wert eines endgültigen Tages</translation>
    </message>
    <message>
        <source>%1 values of final days</source>
        <translation>%1 Werte endgültiger Tage</translation>
    </message>
    <message>
        <source> %1 of %2</source>
        <translation> %1 von %2</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>backing up, %1</source>
        <translation>wird gesichert, %1</translation>
    </message>
    <message>
        <source>backing up</source>
        <translation>wird gesichert</translation>
    </message>
    <message>
        <source>verified %1, no problems</source>
        <translation>geprüft %1, keine Probleme</translation>
    </message>
    <message>
        <source>verified %1, 1 problem</source>
        <translation>geprüft %1, 1 Problem</translation>
    </message>
    <message>
        <source>verified %1, %2 problems</source>
        <translation>geprüft %1, %2 Probleme</translation>
    </message>
</context>
<context>
    <name>tokenledger::CacheCards</name>
    <message>
        <source>Hit ratio, and tokens read and written</source>
        <translation>Trefferquote sowie gelesene und geschriebene Tokens</translation>
    </message>
    <message>
        <source>Net saving</source>
        <translation>Nettoersparnis</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>hit ratio = read ÷ (read + written + uncached input)</source>
        <translation>Trefferquote = gelesen ÷ (gelesen + geschrieben + Eingabe ohne Cache)</translation>
    </message>
    <message>
        <source>Why this number? Net saving, %1</source>
        <translation>Woher diese Zahl? Nettoersparnis, %1</translation>
    </message>
    <message>
        <source>Net saving, %1</source>
        <translation>Nettoersparnis, %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>1 loses money</source>
        <translation>1 verliert Geld</translation>
    </message>
    <message>
        <source>%1 lose money</source>
        <translation>%1 verlieren Geld</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show the 1 row that loses money</source>
        <translation>Die 1 Zeile zeigen, die Geld verliert</translation>
    </message>
    <message>
        <source>Show the %1 rows that lose money</source>
        <translation>Die %1 Zeilen zeigen, die Geld verlieren</translation>
    </message>
    <message>
        <source>without Priority Tier, which has no price by the token</source>
        <translation>ohne Priority Tier, das keinen Preis je Token hat</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::CacheEfficiencyChart</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>hit ratio</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>hit ratio %1</source>
        <translation>Trefferquote %1</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>total input</source>
        <translation>Eingabe insgesamt</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>No tokens in this period</source>
        <translation>Keine Tokens in diesem Zeitraum</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
</context>
<context>
    <name>tokenledger::CacheEfficiencyPage</name>
    <message>
        <source>Cache efficiency</source>
        <translation>Cache-Effizienz</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Workspace, model</source>
        <translation>Arbeitsbereich, Modell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Hit ratio and cached tokens</source>
        <translation>Trefferquote und Cache-Tokens</translation>
    </message>
</context>
<context>
    <name>tokenledger::CardHeader</name>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>tokenledger::ChartCard</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>Als Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Save PNG...</source>
        <translation>PNG speichern...</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Suchen...</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Save SVG...</source>
        <translation>SVG speichern...</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::Chip</name>
    <message>
        <source>A filter. Delete takes it away.</source>
        <translation>Ein Filter. Entf nimmt ihn weg.</translation>
    </message>
</context>
<context>
    <name>tokenledger::ClaudeCodeActivityPage</name>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
</context>
<context>
    <name>tokenledger::ClaudeCodeCards</name>
    <message>
        <source>Claude Code</source>
        <translation>Claude Code</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Suggestions accepted, by tool</source>
        <translation>Angenommene Vorschläge, nach Werkzeug</translation>
    </message>
    <message>
        <source>People and API keys</source>
        <translation>Personen und API-Schlüssel</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Gezeigt: %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>A person in two terminals is one active user.</source>
        <translation>Eine Person in zwei Terminals zählt einmal.</translation>
    </message>
    <message>
        <source>Why this number? %1</source>
        <translation>Woher diese Zahl? %1</translation>
    </message>
    <message>
        <source>costs are an estimate, not the bill</source>
        <translation>Kosten sind eine Schätzung, nicht die Rechnung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Accepted / (accepted + rejected) suggestions of this tool.</source>
        <translation>Angenommene / (angenommene + abgelehnte) Vorschläge dieses Werkzeugs.</translation>
    </message>
    <message>
        <source>Show only %1 in the tables</source>
        <translation>In den Tabellen nur %1 zeigen</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::CloseDialog</name>
    <message>
        <source>Close %1</source>
        <translation>%1 abschließen</translation>
    </message>
    <message>
        <source>These figures are frozen with their completeness and sources. Later changes are shown against them.</source>
        <translation>Diese Zahlen werden mit ihrer Vollständigkeit und ihren Quellen festgehalten. Spätere Änderungen werden ihnen gegenübergestellt.</translation>
    </message>
    <message>
        <source>Close the month</source>
        <translation>Monat abschließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close it anyway, for this reason:</source>
        <translation>Trotzdem abschließen, aus diesem Grund:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Against closing it:</source>
        <translation>Gegen den Abschluss spricht:</translation>
    </message>
</context>
<context>
    <name>tokenledger::CompletenessCard</name>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>one square for each month and dataset</source>
        <translation>ein Quadrat für jeden Monat und Datensatz</translation>
    </message>
    <message>
        <source>one square for each day and dataset</source>
        <translation>ein Quadrat für jeden Tag und Datensatz</translation>
    </message>
</context>
<context>
    <name>tokenledger::CompletenessMap</name>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not asked for</source>
        <translation>nicht abgefragt</translation>
    </message>
    <message>
        <source>Last tried</source>
        <translation>Zuletzt versucht</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Letzter Versuch</translation>
    </message>
    <message>
        <source>failed; the earlier figures are kept</source>
        <translation>fehlgeschlagen; die früheren Zahlen bleiben</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>days final</source>
        <translation>Tage endgültig</translation>
    </message>
</context>
<context>
    <name>tokenledger::CostBreakdownPage</name>
    <message>
        <source>What is shown here is for all keys.</source>
        <translation>Was hier steht, gilt für alle Schlüssel.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Stack by</source>
        <translation>Stapeln nach</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
</context>
<context>
    <name>tokenledger::CostCards</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost by period</source>
        <translation>Kosten nach Zeit</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Cost table</source>
        <translation>Kostentabelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns: %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>Why this number? %1</source>
        <translation>Woher diese Zahl? %1</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>Show only %1 in the table</source>
        <translation>In der Tabelle nur %1 zeigen</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::CostTrendChart</name>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>No cost in this period</source>
        <translation>Keine Kosten in diesem Zeitraum</translation>
    </message>
</context>
<context>
    <name>tokenledger::DataHealthPage</name>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Sync log</source>
        <translation>Abgleichprotokoll</translation>
    </message>
    <message>
        <source>Restatements</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Back up...</source>
        <translation>Sichern...</translation>
    </message>
    <message>
        <source>Export log...</source>
        <translation>Protokoll exportieren...</translation>
    </message>
    <message>
        <source>Purge a range...</source>
        <translation>Tage löschen...</translation>
    </message>
    <message>
        <source>Backed up to %1</source>
        <translation>Gesichert nach %1</translation>
    </message>
    <message>
        <source>Purged: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>final days that changed later; every page shows the later value</source>
        <translation>endgültige Tage, die sich später geändert haben; jede Seite zeigt den späteren Wert</translation>
    </message>
    <message>
        <source>the newest %1 of %2; an export has all of them</source>
        <translation>die neuesten %1 von %2; ein Export enthält alle</translation>
    </message>
    <message>
        <source>The cache is not sound.</source>
        <translation>Der Cache ist nicht in Ordnung.</translation>
    </message>
    <message>
        <source>Put a good copy in its place, or set it aside and sync again.</source>
        <translation>Legen Sie eine gute Kopie an seine Stelle, oder legen Sie ihn beiseite und gleichen Sie neu ab.</translation>
    </message>
    <message>
        <source>Start afresh...</source>
        <translation>Neu beginnen...</translation>
    </message>
    <message>
        <source>Something else is being done with the cache.</source>
        <translation>Mit dem Cache geschieht gerade etwas anderes.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Check the file, and every stored sum against its rows</source>
        <translation>Die Datei prüfen, und jede gespeicherte Summe an ihren Zeilen</translation>
    </message>
    <message>
        <source>Copy the cache into a file; a sync may go on meanwhile</source>
        <translation>Den Cache in eine Datei kopieren; ein Abgleich darf dabei weiterlaufen</translation>
    </message>
    <message>
        <source>Save every request as CSV</source>
        <translation>Jede Anfrage als CSV speichern</translation>
    </message>
    <message>
        <source>Take days out of the cache</source>
        <translation>Tage aus dem Cache löschen</translation>
    </message>
    <message>
        <source>A sync is under way.</source>
        <translation>Ein Abgleich läuft.</translation>
    </message>
    <message>
        <source>%1-backup-%2.tokenledger</source>
        <translation>%1-Sicherung-%2.tokenledger</translation>
    </message>
    <message>
        <source>Back up the cache</source>
        <translation>Cache sichern</translation>
    </message>
    <message>
        <source>Tokenledger caches (*.tokenledger)</source>
        <translation>Tokenledger-Caches (*.tokenledger)</translation>
    </message>
    <message>
        <source>Purge a range</source>
        <translation>Tage löschen</translation>
    </message>
    <message>
        <source>Take %1 out of the cache?</source>
        <translation>%1 aus dem Cache löschen?</translation>
    </message>
    <message>
        <source>%1.

These days will be missing on every page. A sync fetches them again as long as the server has them and they lie in its range. The request log notes the purge.</source>
        <translation>%1.

Diese Tage fehlen dann auf jeder Seite. Ein Abgleich ruft sie wieder ab, solange der Server sie hat und sie in seinem Bereich liegen. Das Anfrageprotokoll vermerkt die Löschung.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The backup was not made.</source>
        <translation>Die Sicherung wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>The cache could not be checked.</source>
        <translation>Der Cache konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Nothing was purged.</source>
        <translation>Es wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
    <message>
        <source>who did what with these figures; Verify checks that no line was changed</source>
        <translation>wer was mit diesen Zahlen getan hat; „Prüfen“ stellt fest, ob eine Zeile geändert wurde</translation>
    </message>
</context>
<context>
    <name>tokenledger::DataTable</name>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
</context>
<context>
    <name>tokenledger::DayRangePicker</name>
    <message>
        <source>First day (UTC)</source>
        <translation>Erster Tag (UTC)</translation>
    </message>
    <message>
        <source>Last day (UTC)</source>
        <translation>Letzter Tag (UTC)</translation>
    </message>
</context>
<context>
    <name>tokenledger::DifferenceMark</name>
    <message>
        <source>differs by</source>
        <translation>weicht ab um</translation>
    </message>
    <message>
        <source>differs by %1 %2</source>
        <translation>weicht ab um %1 %2</translation>
    </message>
</context>
<context>
    <name>tokenledger::DisplayTableModel</name>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>tokenledger::ExplanationPanel</name>
    <message>
        <source>Show the rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>tokenledger::ExportSection</name>
    <message>
        <source>CSV files</source>
        <translation>CSV-Dateien</translation>
    </message>
    <message>
        <source>Between columns</source>
        <translation>Zwischen Spalten</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Decimals after</source>
        <translation>Dezimalen nach</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>Zeilenenden</translation>
    </message>
    <message>
        <source>CRLF, as the standard wants</source>
        <translation>CRLF, wie es der Standard will</translation>
    </message>
    <message>
        <source>LF</source>
        <translation>LF</translation>
    </message>
    <message>
        <source>Begin with a byte order mark</source>
        <translation>Mit einer Bytereihenfolge-Marke (BOM) beginnen</translation>
    </message>
    <message>
        <source>A German Excel opens files with semicolons, decimal commas and a byte order mark by a double click. Amounts are exact in every form, and the command line always writes the standard one: comma, point, CRLF.</source>
        <translation>Ein deutsches Excel öffnet Dateien mit Semikolon, Dezimalkomma und Bytereihenfolge-Marke per Doppelklick. Beträge sind in jeder Form exakt, und die Befehlszeile schreibt immer die Standardform: Komma, Punkt, CRLF.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Replace people&apos;s names in exports</source>
        <translation>Namen von Personen in Exporten ersetzen</translation>
    </message>
    <message>
        <source>Names and e-mail addresses become pseudonyms, the same in all exports of an organization.</source>
        <translation>Namen und E-Mail-Adressen werden durch Pseudonyme ersetzt, in allen Exporten einer Organisation durch dieselben.</translation>
    </message>
</context>
<context>
    <name>tokenledger::Exporter</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Save picture of %1</source>
        <translation>Bild speichern: %1</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>The picture could not be made into a PNG file.</source>
        <translation>Aus dem Bild ließ sich keine PNG-Datei machen.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The file is written, but days are missing in it.</source>
        <translation>Die Datei ist geschrieben, aber es fehlen Tage in ihr.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>The export was not written.</source>
        <translation>Der Export wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Management report</source>
        <translation>Managementbericht</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The printer did not take the report. Check it, and try again.</source>
        <translation>Der Drucker hat den Bericht nicht angenommen. Prüfen Sie den Drucker, und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>tokenledger::FilterBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Views saved under a name: page, period, comparison and filters</source>
        <translation>Unter einem Namen gespeichert: Seite, Zeitraum, Vergleich und Filter</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Abgleich anhalten</translation>
    </message>
    <message>
        <source>Stop the sync; what has come in stays</source>
        <translation>Abgleich anhalten; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Exportieren, was zu sehen ist</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Sync under way, %1</source>
        <translation>Abgleich läuft, %1</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message>
        <source>Interval: %1</source>
        <translation>Intervall: %1</translation>
    </message>
    <message>
        <source>Compare with: %1</source>
        <translation>Vergleichen mit: %1</translation>
    </message>
    <message>
        <source>Custom...</source>
        <translation>Eigener...</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>%1 (period too long)</source>
        <translation>%1 (Zeitraum zu lang)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>Alle Filter wegnehmen</translation>
    </message>
</context>
<context>
    <name>tokenledger::FilterPopup</name>
    <message>
        <source>Filter by %1</source>
        <translation>Filtern nach %1</translation>
    </message>
    <message>
        <source>Search %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>tokenledger::FindBar</name>
    <message>
        <source>Find in table</source>
        <translation>In der Tabelle suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 von mehr als %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tokenledger::FirstRunPage</name>
    <message>
        <source>Tokenledger reads what your organization spends on the Claude API. It only reads; it cannot change anything or call a model.</source>
        <translation>Tokenledger liest, was Ihre Organisation für die Claude-API ausgibt. Es liest nur; es kann nichts ändern und kein Modell aufrufen.</translation>
    </message>
    <message>
        <source>Which key</source>
        <translation>Welcher Schlüssel</translation>
    </message>
    <message>
        <source>Admin key, from the Console</source>
        <translation>Admin-Schlüssel, aus der Console</translation>
    </message>
    <message>
        <source>Paste and test</source>
        <translation>Einfügen und testen</translation>
    </message>
    <message>
        <source>Saved only when it works</source>
        <translation>Wird nur gespeichert, wenn er funktioniert</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>31 days, 12 months or more</source>
        <translation>31 Tage, 12 Monate oder mehr</translation>
    </message>
    <message>
        <source>No key at hand?</source>
        <translation>Kein Schlüssel zur Hand?</translation>
    </message>
    <message>
        <source>Explore the sample organization</source>
        <translation>Beispielorganisation erkunden</translation>
    </message>
    <message>
        <source>Open a cache file...</source>
        <translation>Cache-Datei öffnen...</translation>
    </message>
    <message>
        <source>&lt;b&gt;Admin key&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-admin01-&lt;/code&gt;&lt;br&gt;This is the one. It may read usage, cost and Claude Code activity of the whole organization.</source>
        <translation>&lt;b&gt;Admin-Schlüssel&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-admin01-&lt;/code&gt;&lt;br&gt;Das ist der richtige. Er darf Nutzung, Kosten und Claude-Code-Aktivität der ganzen Organisation lesen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Ordinary API key&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-api03-&lt;/code&gt;&lt;br&gt;It calls models and belongs to one workspace. It cannot see usage or cost.</source>
        <translation>&lt;b&gt;Gewöhnlicher API-Schlüssel&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-api03-&lt;/code&gt;&lt;br&gt;Er ruft Modelle auf und gehört zu einem Arbeitsbereich. Nutzung und Kosten sieht er nicht.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Claude Enterprise key&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-api01-&lt;/code&gt;&lt;br&gt;It reads the analytics of claude.ai, not the reports of the API.</source>
        <translation>&lt;b&gt;Claude-Enterprise-Schlüssel&lt;/b&gt; &amp;nbsp;&lt;code&gt;sk-ant-api01-&lt;/code&gt;&lt;br&gt;Er liest die Statistik von claude.ai, nicht die Berichte der API.</translation>
    </message>
    <message>
        <source>In the Claude Console, open Settings, then Admin keys, and create one for Tokenledger. Only members with the role Admin can do that; an individual account has none.</source>
        <translation>Öffnen Sie in der Claude Console Settings, dann Admin keys, und erstellen Sie dort einen für Tokenledger. Das können nur Mitglieder mit der Rolle Admin; ein Einzelkonto hat keine.</translation>
    </message>
    <message>
        <source>Where do I get a key?</source>
        <translation>Woher bekomme ich einen Schlüssel?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A new key for %1</source>
        <translation>Ein neuer Schlüssel für %1</translation>
    </message>
    <message>
        <source>Connect your organization</source>
        <translation>Ihre Organisation verbinden</translation>
    </message>
    <message>
        <source>Connect another organization</source>
        <translation>Weitere Organisation verbinden</translation>
    </message>
    <message>
        <source>You need an Admin key</source>
        <translation>Sie brauchen einen Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Paste the key and test it</source>
        <translation>Den Schlüssel einfügen und testen</translation>
    </message>
    <message>
        <source>How far back?</source>
        <translation>Wie weit zurück?</translation>
    </message>
    <message>
        <source>Three kinds of keys look alike; their first letters tell them apart.</source>
        <translation>Drei Arten von Schlüsseln sehen ähnlich aus; ihre ersten Zeichen unterscheiden sie.</translation>
    </message>
    <message>
        <source>It goes into this computer&apos;s keychain, never into the cache file, a log or an export.</source>
        <translation>Er kommt in den Schlüsselbund dieses Computers, nie in die Cache-Datei, ein Protokoll oder einen Export.</translation>
    </message>
    <message>
        <source>The server answers about 90 report requests an hour for the whole organization.</source>
        <translation>Der Server beantwortet für die ganze Organisation etwa 90 Berichtsanfragen in der Stunde.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Connect and fetch</source>
        <translation>Verbinden und abrufen</translation>
    </message>
    <message>
        <source>It is connected already, as %1: this key will take the place of the one it has.</source>
        <translation>Sie ist schon verbunden, als %1: Dieser Schlüssel tritt an die Stelle des vorhandenen.</translation>
    </message>
    <message>
        <source>It is another organization than %1, and will be connected beside it.</source>
        <translation>Es ist eine andere Organisation als %1 und wird daneben verbunden.</translation>
    </message>
</context>
<context>
    <name>tokenledger::GeneralSection</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>Geschäftsjahr</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Quarter to date and year to date follow it.</source>
        <translation>Quartal bis heute und Jahr bis heute richten sich danach.</translation>
    </message>
    <message>
        <source>A new organization begins with</source>
        <translation>Eine neue Organisation beginnt mit</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>By the length of the period</source>
        <translation>Nach der Länge des Zeitraums</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
</context>
<context>
    <name>tokenledger::HealthController</name>
    <message>
        <source>Something else is being done with the cache. Try again when it is finished.</source>
        <translation>Mit dem Cache geschieht gerade etwas anderes. Versuchen Sie es danach erneut.</translation>
    </message>
    <message>
        <source>No cache is open.</source>
        <translation>Es ist kein Cache offen.</translation>
    </message>
    <message>
        <source>This cache was opened read-only.</source>
        <translation>Dieser Cache wurde schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>A sync is writing to the cache. Stop it, or wait until it is done.</source>
        <translation>Ein Abgleich schreibt in den Cache. Halten Sie ihn an oder warten Sie, bis er fertig ist.</translation>
    </message>
</context>
<context>
    <name>tokenledger::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Nothing is said about that. Try another word.</source>
        <translation>Dazu steht hier nichts. Versuchen Sie ein anderes Wort.</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie sagt</translation>
    </message>
</context>
<context>
    <name>tokenledger::HowFarStep</name>
    <message>
        <source>back to %1 · %2 requests, %3</source>
        <translation>zurück bis %1 · %2 Anfragen, %3</translation>
    </message>
    <message>
        <source>Newest days come first, so the first figures are there after a few answers. What takes longer goes on in the background, pauses at the hourly limit and goes on by itself; you can fetch more later under Data.</source>
        <translation>Die neuesten Tage kommen zuerst, die ersten Zahlen sind also nach wenigen Antworten da. Was länger dauert, läuft im Hintergrund, macht an der stündlichen Grenze Pause und geht von selbst weiter; mehr können Sie später unter Daten abrufen.</translation>
    </message>
</context>
<context>
    <name>tokenledger::InvoiceDialog</name>
    <message>
        <source>Invoice of %1</source>
        <translation>Rechnung für %1</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nummer</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>2026-11-01</source>
        <translation>2026-11-01</translation>
    </message>
    <message>
        <source>&amp;Amount before tax and credits</source>
        <translation>&amp;Betrag vor Steuer und Gutschriften</translation>
    </message>
    <message>
        <source>&amp;Credits</source>
        <translation>&amp;Gutschriften</translation>
    </message>
    <message>
        <source>taken off</source>
        <translation>werden abgezogen</translation>
    </message>
    <message>
        <source>&amp;Tax</source>
        <translation>&amp;Steuer</translation>
    </message>
    <message>
        <source>an amount, or 25 %</source>
        <translation>ein Betrag oder 25 %</translation>
    </message>
    <message>
        <source>Amount d&amp;ue</source>
        <translation>&amp;Zahlbetrag</translation>
    </message>
    <message>
        <source>to be checked; may be left out</source>
        <translation>zur Prüfung; kann leer bleiben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove the invoice</source>
        <translation>Rechnung entfernen</translation>
    </message>
    <message>
        <source>Of the amount, what the cost report leaves out:</source>
        <translation>Teil des Betrags, den der Kostenbericht auslässt:</translation>
    </message>
    <message>
        <source>Priority Tier</source>
        <translation>Priority Tier</translation>
    </message>
    <message>
        <source>Label of line %1</source>
        <translation>Bezeichnung von Zeile %1</translation>
    </message>
    <message>
        <source>Amount of line %1</source>
        <translation>Betrag von Zeile %1</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no amount of US dollars.</source>
        <translation>%1: „%2“ ist kein Betrag in US-Dollar.</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day as in 2026-11-01.</source>
        <translation>„%1“ ist kein Tag wie 2026-11-01.</translation>
    </message>
    <message>
        <source>The amount is still to come.</source>
        <translation>Der Betrag fehlt noch.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Gutschriften</translation>
    </message>
    <message>
        <source>Amount due</source>
        <translation>Zahlbetrag</translation>
    </message>
    <message>
        <source>%1 + tax %2 − credits %3 = %4 due</source>
        <translation>%1 + Steuer %2 − Gutschriften %3 = %4 zu zahlen</translation>
    </message>
</context>
<context>
    <name>tokenledger::KeyCheck</name>
    <message>
        <source>An admin of the organization creates an Admin key in the Console under Settings, Admin keys; it begins with sk-ant-admin01-.</source>
        <translation>Ein Admin der Organisation erstellt einen Admin-Schlüssel in der Console unter Settings, Admin keys; er beginnt mit sk-ant-admin01-.</translation>
    </message>
    <message>
        <source>This is an ordinary API key.</source>
        <translation>Das ist ein gewöhnlicher API-Schlüssel.</translation>
    </message>
    <message>
        <source>It may ask models, but not read the organization&apos;s reports. </source>
        <translation>Er darf Modelle fragen, aber nicht die Berichte der Organisation lesen. </translation>
    </message>
    <message>
        <source>This looks like a Claude Enterprise key.</source>
        <translation>Das sieht nach einem Claude-Enterprise-Schlüssel aus.</translation>
    </message>
    <message>
        <source>It reads claude.ai analytics, not the Console&apos;s usage and cost. </source>
        <translation>Er liest die Statistik von claude.ai, nicht Nutzung und Kosten der Console. </translation>
    </message>
    <message>
        <source>The server refused the key.</source>
        <translation>Der Server hat den Schlüssel abgelehnt.</translation>
    </message>
    <message>
        <source>It may be incomplete, deleted, or not for this server. Copy it again, or create a new Admin key in the Console under Settings, Admin keys.</source>
        <translation>Vielleicht ist er unvollständig, gelöscht oder nicht für diesen Server. Kopieren Sie ihn erneut, oder erstellen Sie in der Console unter Settings, Admin keys einen neuen Admin-Schlüssel.</translation>
    </message>
    <message>
        <source>This does not look like an Admin key.</source>
        <translation>Das sieht nicht nach einem Admin-Schlüssel aus.</translation>
    </message>
    <message>
        <source>The server refused it. </source>
        <translation>Der Server hat ihn abgelehnt. </translation>
    </message>
    <message>
        <source>The organization&apos;s billing has a problem.</source>
        <translation>Mit der Abrechnung der Organisation gibt es ein Problem.</translation>
    </message>
    <message>
        <source>The server refuses to answer because of it; the key may well be good. Have an admin look at the billing page of the Console, then test again.</source>
        <translation>Deshalb verweigert der Server die Antwort; der Schlüssel kann gut sein. Bitten Sie einen Admin, die Abrechnungsseite der Console anzusehen, und testen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The key may not read usage and cost.</source>
        <translation>Der Schlüssel darf Nutzung und Kosten nicht lesen.</translation>
    </message>
    <message>
        <source>The server knows the organization &quot;%1&quot;, but keeps its reports from this key. </source>
        <translation>Der Server kennt die Organisation „%1“, hält ihre Berichte vor diesem Schlüssel aber zurück. </translation>
    </message>
    <message>
        <source>The key may not read this organization.</source>
        <translation>Der Schlüssel darf diese Organisation nicht lesen.</translation>
    </message>
    <message>
        <source>Its permission was taken away, or its account has no organization: the reports are not offered to individual accounts. </source>
        <translation>Ihm wurde die Berechtigung entzogen, oder sein Konto hat keine Organisation: Einzelkonten werden die Berichte nicht angeboten. </translation>
    </message>
    <message>
        <source>The server has no usage and cost reports for this organization.</source>
        <translation>Der Server hat für diese Organisation keine Berichte über Nutzung und Kosten.</translation>
    </message>
    <message>
        <source>They are offered to organizations of the Claude Console, not to individual accounts or to organizations billed through AWS.</source>
        <translation>Sie werden Organisationen der Claude Console angeboten, nicht Einzelkonten oder Organisationen, die über AWS abrechnen.</translation>
    </message>
    <message>
        <source>No organization belongs to this key.</source>
        <translation>Zu diesem Schlüssel gehört keine Organisation.</translation>
    </message>
    <message>
        <source>Individual accounts have no reports; set up an organization in the Console under Settings, Organization. If another server is configured, check its address.</source>
        <translation>Einzelkonten haben keine Berichte; richten Sie in der Console unter Settings, Organization eine Organisation ein. Ist ein anderer Server eingestellt, prüfen Sie dessen Adresse.</translation>
    </message>
    <message>
        <source>Wait a while and test again.</source>
        <translation>Warten Sie eine Weile und testen Sie erneut.</translation>
    </message>
    <message>
        <source>Test again in a minute.</source>
        <translation>Testen Sie in einer Minute erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Test again in %n minutes.</source>
        <translation>
            <numerusform>Testen Sie in %n Minute erneut.</numerusform>
            <numerusform>Testen Sie in %n Minuten erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rate limit of the organization is used up.</source>
        <translation>Das Anfragelimit der Organisation ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The key may well be good; the server just takes no more questions now. </source>
        <translation>Der Schlüssel kann gut sein; der Server nimmt nur gerade keine Fragen mehr an. </translation>
    </message>
    <message>
        <source>The key is good.</source>
        <translation>Der Schlüssel ist gut.</translation>
    </message>
    <message>
        <source>It reads usage and cost of &quot;%1&quot;.</source>
        <translation>Er liest Nutzung und Kosten von „%1“.</translation>
    </message>
    <message>
        <source>The key was not copied whole.</source>
        <translation>Der Schlüssel wurde nicht ganz kopiert.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>%1 is not to be trusted from here.</source>
        <translation>%1 ist von hier aus nicht zu trauen.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The answer of %1 was not as expected.</source>
        <translation>Die Antwort von %1 war nicht wie erwartet.</translation>
    </message>
</context>
<context>
    <name>tokenledger::KeyTestStep</name>
    <message>
        <source>Admin key</source>
        <translation>Admin-Schlüssel</translation>
    </message>
    <message>
        <source>Technical details (request id, answer of the server)</source>
        <translation>Technische Details (Anfrage-ID, Antwort des Servers)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Open Console → Admin keys</source>
        <translation>Console → Admin keys öffnen</translation>
    </message>
    <message>
        <source>Copy a request to your admin</source>
        <translation>Bitte an den Admin kopieren</translation>
    </message>
    <message>
        <source>Hold the key for this run only</source>
        <translation>Schlüssel nur für diese Sitzung halten</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Anfrage-ID: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>The key works, but this computer&apos;s keychain did not take it.</source>
        <translation>Der Schlüssel funktioniert, aber der Schlüsselbund dieses Computers hat ihn nicht angenommen.</translation>
    </message>
    <message>
        <source>Tokenledger never writes a key to a file. It can hold it in memory until you close the window.</source>
        <translation>Tokenledger schreibt einen Schlüssel nie in eine Datei. Es kann ihn im Speicher halten, bis Sie das Fenster schließen.</translation>
    </message>
</context>
<context>
    <name>tokenledger::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open cache...</source>
        <translation>Cache ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open &amp;sample organization</source>
        <translation>Bei&amp;spielorganisation öffnen</translation>
    </message>
    <message>
        <source>&amp;Connect organization...</source>
        <translation>Organisation &amp;verbinden...</translation>
    </message>
    <message>
        <source>Or&amp;ganizations</source>
        <translation>Or&amp;ganisationen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Preferences...</source>
        <translation>&amp;Einstellungen...</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>Add a f&amp;ilter...</source>
        <translation>&amp;Filter hinzufügen...</translation>
    </message>
    <message>
        <source>Saved &amp;views</source>
        <translation>&amp;Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Far&amp;bschema</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>Da&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>&amp;Cancel sync</source>
        <translation>Abgleich a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Sync &amp;further back...</source>
        <translation>&amp;Weiter zurück abgleichen...</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Tokenledger</source>
        <translation>&amp;Über Tokenledger</translation>
    </message>
    <message>
        <source>&amp;Find in table...</source>
        <translation>In der Tabelle &amp;suchen...</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Internal tracking...</source>
        <translation>&amp;Eigene Zählung...</translation>
    </message>
    <message>
        <source>&amp;Teams and cost centres...</source>
        <translation>&amp;Teams und Kostenstellen...</translation>
    </message>
</context>
<context>
    <name>tokenledger::MainWindow</name>
    <message>
        <source>Open a cache read-only</source>
        <translation>Cache schreibgeschützt öffnen</translation>
    </message>
    <message>
        <source>Tokenledger caches (*.tokenledger);;All files (*)</source>
        <translation>Tokenledger-Caches (*.tokenledger);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1...</source>
        <translation>%1...</translation>
    </message>
    <message>
        <source>Tokenledger</source>
        <translation>Tokenledger</translation>
    </message>
    <message>
        <source>%1 · Tokenledger</source>
        <translation>%1 · Tokenledger</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Choose organization</source>
        <translation>Organisation wählen</translation>
    </message>
    <message>
        <source>&amp;Connect another organization...</source>
        <translation>&amp;Weitere Organisation verbinden...</translation>
    </message>
    <message>
        <source>&amp;Connect organization...</source>
        <translation>Organisation &amp;verbinden...</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
    <message>
        <source>Management report (PDF)...</source>
        <translation>Managementbericht (PDF)...</translation>
    </message>
    <message>
        <source>Print management report...</source>
        <translation>Managementbericht drucken...</translation>
    </message>
    <message>
        <source>Save as report...</source>
        <translation>Als Bericht speichern...</translation>
    </message>
    <message>
        <source>1 budget over or heading over</source>
        <translation>1 Budget überschritten oder bald darüber</translation>
    </message>
    <message>
        <source>%1 budgets over or heading over</source>
        <translation>%1 Budgets überschritten oder bald darüber</translation>
    </message>
</context>
<context>
    <name>tokenledger::ModelDonut</name>
    <message>
        <source>Others</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No cost in this period</source>
        <translation>Keine Kosten in diesem Zeitraum</translation>
    </message>
</context>
<context>
    <name>tokenledger::Notice</name>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
</context>
<context>
    <name>tokenledger::NumbersSection</name>
    <message>
        <source>Numbers and dates</source>
        <translation>Zahlen und Daten</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <source>Automatic follows the system, or the language where another one is chosen. All days are UTC days, whatever the format.</source>
        <translation>Automatisch folgt dem System, oder der Sprache, wo eine andere gewählt ist. Alle Tage sind UTC-Tage, gleich in welcher Schreibweise.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>In tables</source>
        <translation>In Tabellen</translation>
    </message>
    <message>
        <source>Short: %1</source>
        <translation>Kurz: %1</translation>
    </message>
    <message>
        <source>Every digit: %1</source>
        <translation>Jede Stelle: %1</translation>
    </message>
    <message>
        <source>A figure that is shown short says every digit under the pointer, and in exports.</source>
        <translation>Eine kurz gezeigte Zahl nennt jede Stelle unter dem Mauszeiger und in Exporten.</translation>
    </message>
</context>
<context>
    <name>tokenledger::OrganizationCard</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::OrganizationPage</name>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Show only this key on all pages</source>
        <translation>Auf allen Seiten nur diesen Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show only this workspace on all pages</source>
        <translation>Auf allen Seiten nur diesen Arbeitsbereich zeigen</translation>
    </message>
    <message>
        <source>The other pages show all again</source>
        <translation>Die anderen Seiten zeigen wieder alles</translation>
    </message>
    <message>
        <source>The other pages now show only the key %1</source>
        <translation>Die anderen Seiten zeigen jetzt nur den Schlüssel %1</translation>
    </message>
    <message>
        <source>The other pages now show only the workspace %1</source>
        <translation>Die anderen Seiten zeigen jetzt nur den Arbeitsbereich %1</translation>
    </message>
</context>
<context>
    <name>tokenledger::Organizations</name>
    <message>
        <source>%1 (profile %2)</source>
        <translation>%1 (Profil %2)</translation>
    </message>
    <message>
        <source>Rename...</source>
        <translation>Umbenennen...</translation>
    </message>
    <message>
        <source>Remove...</source>
        <translation>Entfernen...</translation>
    </message>
    <message>
        <source>A sync is running</source>
        <translation>Ein Abgleich läuft</translation>
    </message>
    <message>
        <source>Stop the sync of %1?</source>
        <translation>Den Abgleich von %1 anhalten?</translation>
    </message>
    <message>
        <source>What it has fetched is saved, and the next sync goes on from there.</source>
        <translation>Was abgerufen wurde, ist gespeichert, und der nächste Abgleich setzt dort fort.</translation>
    </message>
    <message>
        <source>Keep syncing</source>
        <translation>Weiter abgleichen</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Left empty, it is called by its own name, %1.</source>
        <translation>Bleibt das Feld leer, heißt sie wie von sich aus: %1.</translation>
    </message>
    <message>
        <source>Left empty, it is called by its own name.</source>
        <translation>Bleibt das Feld leer, heißt sie wie von sich aus.</translation>
    </message>
    <message>
        <source>Rename organization</source>
        <translation>Organisation umbenennen</translation>
    </message>
    <message>
        <source>What this computer calls it. </source>
        <translation>Wie dieser Computer sie nennt. </translation>
    </message>
    <message>
        <source>Its key is taken out of this computer&apos;s keychain. The key stays valid until it is deleted in the Console.</source>
        <translation>Ihr Schlüssel wird aus dem Schlüsselbund dieses Computers genommen. Er bleibt gültig, bis er in der Console gelöscht wird.</translation>
    </message>
    <message>
        <source>Remove organization</source>
        <translation>Organisation entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from Tokenledger?</source>
        <translation>%1 aus Tokenledger entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What was fetched is in the file %1 (%2). It can stay there, to be opened later without a key, or be deleted, too.</source>
        <translation>Was abgerufen wurde, ist in der Datei %1 (%2). Sie kann dort bleiben, um später ohne Schlüssel geöffnet zu werden, oder ebenfalls gelöscht werden.</translation>
    </message>
    <message>
        <source>Remove, keep the file</source>
        <translation>Entfernen, Datei behalten</translation>
    </message>
    <message>
        <source>Remove and delete the file...</source>
        <translation>Entfernen und Datei löschen...</translation>
    </message>
    <message>
        <source>Delete the figures</source>
        <translation>Zahlen löschen</translation>
    </message>
    <message>
        <source>Delete everything that was fetched of %1?</source>
        <translation>Alles löschen, was von %1 abgerufen wurde?</translation>
    </message>
    <message>
        <source>This cannot be undone. It could be fetched again only with a key, only as far back as the server still answers, and without what changed since.</source>
        <translation>Das lässt sich nicht rückgängig machen. Erneut abrufen ließe sie sich nur mit einem Schlüssel, nur so weit der Server noch antwortet, und ohne das, was sich seither geändert hat.</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>Datei behalten</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>The keychain does not answer, so a key may stay in it.</source>
        <translation>Der Schlüsselbund antwortet nicht, ein Schlüssel kann also darin bleiben.</translation>
    </message>
    <message>
        <source>Remove anyway</source>
        <translation>Trotzdem entfernen</translation>
    </message>
    <message>
        <source>The organization and its key are removed, but its file is not.</source>
        <translation>Die Organisation und ihr Schlüssel sind entfernt, ihre Datei aber nicht.</translation>
    </message>
</context>
<context>
    <name>tokenledger::OverviewCards</name>
    <message>
        <source>Cost by model</source>
        <translation>Kosten nach Modell</translation>
    </message>
    <message>
        <source>Model distribution</source>
        <translation>Verteilung auf Modelle</translation>
    </message>
    <message>
        <source>Cache efficiency</source>
        <translation>Cache-Effizienz</translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation>Größte Änderungen</translation>
    </message>
    <message>
        <source>Only the largest</source>
        <translation>Nur die größten</translation>
    </message>
    <message>
        <source>All %1 rows</source>
        <translation>Alle %1 Zeilen</translation>
    </message>
    <message>
        <source>hit ratio, and tokens read and written</source>
        <translation>Trefferquote sowie gelesene und geschriebene Tokens</translation>
    </message>
    <message>
        <source>Largest costs</source>
        <translation>Größte Kosten</translation>
    </message>
    <message>
        <source>Filter to %1</source>
        <translation>Filtern nach %1</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::OverviewPage</name>
    <message>
        <source>Spend, cost by model and changes below are for all keys; tokens and cache figures follow the filter.</source>
        <translation>Ausgaben, Kosten nach Modell und die Änderungen unten gelten für alle Schlüssel; Tokens und Cache-Zahlen folgen dem Filter.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>month end $888.8k at run rate</source>
        <translation>Monatsende $888,8k laut Hochrechnung</translation>
    </message>
    <message>
        <source>Show the rows on Usage</source>
        <translation>Zeilen unter Nutzung zeigen</translation>
    </message>
    <message>
        <source>Show the rows on Cache efficiency</source>
        <translation>Zeilen unter Cache-Effizienz zeigen</translation>
    </message>
    <message>
        <source>Show the rows on Claude Code</source>
        <translation>Zeilen unter Claude Code zeigen</translation>
    </message>
</context>
<context>
    <name>tokenledger::PeriodPopup</name>
    <message>
        <source>Custom period</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>Show this period</source>
        <translation>Diesen Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Days: %1</source>
        <translation>Tage: %1</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
</context>
<context>
    <name>tokenledger::PreferenceSection</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tokenledger::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokenledger::ProgressBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>tokenledger::PurgePopup</name>
    <message>
        <source>Purge a range</source>
        <translation>Tage löschen</translation>
    </message>
    <message>
        <source>Which days are to be taken out of the cache?</source>
        <translation>Welche Tage sollen aus dem Cache gelöscht werden?</translation>
    </message>
    <message>
        <source>Purge...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>No dataset is chosen.</source>
        <translation>Es ist kein Datensatz gewählt.</translation>
    </message>
    <message>
        <source>Stored: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>The cache holds none of these days.</source>
        <translation>Der Cache enthält keinen dieser Tage.</translation>
    </message>
</context>
<context>
    <name>tokenledger::ReconcileController</name>
    <message>
        <source>No cache is open.</source>
        <translation>Es ist kein Cache offen.</translation>
    </message>
    <message>
        <source>This cache is open to be read only.</source>
        <translation>Dieser Cache ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>The invoice of %1 is stored.</source>
        <translation>Die Rechnung von %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The invoice of %1 is removed.</source>
        <translation>Die Rechnung von %1 ist entfernt.</translation>
    </message>
    <message>
        <source>The difference is accepted, as long as it is this one.</source>
        <translation>Die Differenz ist akzeptiert, solange sie so bleibt.</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1 ist abgeschlossen.</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1 ist wieder offen.</translation>
    </message>
    <message>
        <source>%1 is closed; reopen it first, with a reason.</source>
        <translation>%1 ist abgeschlossen; zuerst mit einem Grund wieder öffnen.</translation>
    </message>
</context>
<context>
    <name>tokenledger::ReconcilePage</name>
    <message>
        <source>Reconcile</source>
        <translation>Abstimmung</translation>
    </message>
    <message>
        <source>Internal tracking...</source>
        <translation>Eigene Zählung...</translation>
    </message>
    <message>
        <source>Edit invoice...</source>
        <translation>Rechnung bearbeiten...</translation>
    </message>
    <message>
        <source>Close...</source>
        <translation>Abschließen...</translation>
    </message>
    <message>
        <source>Causes of the difference</source>
        <translation>Ursachen der Differenz</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>By model or item</source>
        <translation>Nach Modell oder Posten</translation>
    </message>
    <message>
        <source>Match by model or item</source>
        <translation>Abstimmung nach Modell oder Posten</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
    <message>
        <source>Month&apos;s match</source>
        <translation>Abstimmung des Monats</translation>
    </message>
    <message>
        <source>Tokens × price</source>
        <translation>Tokens × Preis</translation>
    </message>
    <message>
        <source>Closed month</source>
        <translation>Abgeschlossener Monat</translation>
    </message>
    <message>
        <source>Enter invoice...</source>
        <translation>Rechnung eingeben...</translation>
    </message>
    <message>
        <source>Reopen %1...</source>
        <translation>%1 wieder öffnen...</translation>
    </message>
    <message>
        <source>Close %1...</source>
        <translation>%1 abschließen...</translation>
    </message>
    <message>
        <source>Accept the difference</source>
        <translation>Differenz akzeptieren</translation>
    </message>
    <message>
        <source>%1, %2. Why is that right?</source>
        <translation>%1, %2. Warum ist das richtig?</translation>
    </message>
    <message>
        <source>A difference is accepted with a reason only.</source>
        <translation>Eine Differenz wird nur mit Begründung akzeptiert.</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Put this model&apos;s prices into your own price list, and start the program again.</source>
        <translation>Tragen Sie die Preise dieses Modells in Ihre eigene Preisliste ein, und starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The list is the file prices.json in the settings folder; prices are US dollars for a million tokens. A difference that is to stay can be accepted on the command line.</source>
        <translation>Die Liste ist die Datei prices.json im Einstellungsordner; Preise sind US-Dollar für eine Million Tokens. Eine Differenz, die bleiben soll, lässt sich auf der Befehlszeile akzeptieren.</translation>
    </message>
    <message>
        <source>Changed since the close</source>
        <translation>Seit dem Abschluss geändert</translation>
    </message>
    <message>
        <source>Cost report</source>
        <translation>Kostenbericht</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Unexplained</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Reopen %1</source>
        <translation>%1 wieder öffnen</translation>
    </message>
    <message>
        <source>Why is it reopened? The reason is kept with the close.</source>
        <translation>Warum wird er wieder geöffnet? Die Begründung bleibt beim Abschluss gespeichert.</translation>
    </message>
    <message>
        <source>A month is reopened for a reason only.</source>
        <translation>Ein Monat wird nur mit Begründung wieder geöffnet.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>To do before closing</source>
        <translation>Vor dem Abschluss zu tun</translation>
    </message>
</context>
<context>
    <name>tokenledger::ReportShelf</name>
    <message>
        <source>Saved the report %1</source>
        <translation>Bericht %1 gespeichert</translation>
    </message>
    <message>
        <source>The saved reports were not changed.</source>
        <translation>Die gespeicherten Berichte wurden nicht geändert.</translation>
    </message>
    <message>
        <source>Removed the report %1</source>
        <translation>Bericht %1 entfernt</translation>
    </message>
    <message>
        <source>Saved reports</source>
        <translation>Gespeicherte Berichte</translation>
    </message>
    <message>
        <source>The saved reports cannot be read.</source>
        <translation>Die gespeicherten Berichte lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Write %1 files...</source>
        <translation>%1-Dateien schreiben...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Folder for the files of %1</source>
        <translation>Ordner für die Dateien von %1</translation>
    </message>
    <message>
        <source>The report was not written.</source>
        <translation>Der Bericht wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>The report was not written, or not wholly.</source>
        <translation>Der Bericht wurde nicht oder nicht ganz geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s) in %1</source>
        <translation>
            <numerusform>%n Datei in %1 gespeichert</numerusform>
            <numerusform>%n Dateien in %1 gespeichert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokenledger::SaveReport</name>
    <message>
        <source>Save as report</source>
        <translation>Als Bericht speichern</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This month, to the day it runs</source>
        <translation>Dieser Monat, bis zum Tag der Ausführung</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Letztes Quartal</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>Jahr bis heute</translation>
    </message>
    <message>
        <source>Replace people&apos;s names</source>
        <translation>Personennamen ersetzen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>One for each workspace, and an index</source>
        <translation>Eine je Arbeitsbereich, und ein Index</translation>
    </message>
    <message>
        <source>One for each team, and an index</source>
        <translation>Eine je Team, und ein Index</translation>
    </message>
    <message>
        <source>One for each cost centre, and an index</source>
        <translation>Eine je Kostenstelle, und ein Index</translation>
    </message>
    <message>
        <source>One for each API key, and an index</source>
        <translation>Eine je API-Schlüssel, und ein Index</translation>
    </message>
</context>
<context>
    <name>tokenledger::Segments</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
</context>
<context>
    <name>tokenledger::ShareBars</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
</context>
<context>
    <name>tokenledger::Sidebar</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>No organization yet</source>
        <translation>Noch keine Organisation</translation>
    </message>
    <message>
        <source>Organization %1</source>
        <translation>Organisation %1</translation>
    </message>
</context>
<context>
    <name>tokenledger::SidebarItem</name>
    <message>
        <source>current page</source>
        <translation>aktuelle Seite</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>tokenledger::StatusBar</name>
    <message>
        <source>Days are UTC days</source>
        <translation>Tage sind UTC-Tage</translation>
    </message>
</context>
<context>
    <name>tokenledger::StepList</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>tokenledger::SyncLogCard</name>
    <message>
        <source>Sync log</source>
        <translation>Abgleichprotokoll</translation>
    </message>
    <message>
        <source>Failed only</source>
        <translation>Nur fehlgeschlagene</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Alle Anfragen</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 retry</source>
        <translation>1 Wiederholung</translation>
    </message>
    <message>
        <source>%1 retries</source>
        <translation>%1 Wiederholungen</translation>
    </message>
    <message>
        <source>Nothing has been asked for yet.</source>
        <translation>Es wurde noch nach nichts gefragt.</translation>
    </message>
    <message>
        <source>Select a row to see its answer in plain words.</source>
        <translation>Wählen Sie eine Zeile, um ihre Antwort in klaren Worten zu sehen.</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::SyncLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>tokenledger::SyncPanel</name>
    <message>
        <source>Asking for the workspaces</source>
        <translation>Fragt nach den Arbeitsbereichen</translation>
    </message>
    <message>
        <source>Asking for the API keys</source>
        <translation>Fragt nach den API-Schlüsseln</translation>
    </message>
    <message>
        <source>Asking for the users</source>
        <translation>Fragt nach den Benutzern</translation>
    </message>
    <message>
        <source>Asking for the invites</source>
        <translation>Fragt nach den Einladungen</translation>
    </message>
    <message>
        <source>Asking for the members of a workspace</source>
        <translation>Fragt nach den Mitgliedern eines Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Asking who the organization is</source>
        <translation>Fragt, wer die Organisation ist</translation>
    </message>
    <message>
        <source>Usage, %1</source>
        <translation>Nutzung, %1</translation>
    </message>
    <message>
        <source>Cost, %1</source>
        <translation>Kosten, %1</translation>
    </message>
    <message>
        <source>Claude Code, %1</source>
        <translation>Claude Code, %1</translation>
    </message>
    <message>
        <source>Sync under way</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>goes on by itself</source>
        <translation>geht von selbst weiter</translation>
    </message>
    <message>
        <source>Stop backfill</source>
        <translation>Nachladen anhalten</translation>
    </message>
    <message>
        <source>Backfill paused until %1</source>
        <translation>Nachladen pausiert bis %1</translation>
    </message>
    <message>
        <source>Fetching what the cache lacks</source>
        <translation>Ruft ab, was dem Cache fehlt</translation>
    </message>
    <message>
        <source>The organization&apos;s limit of %1 requests an hour is used up. Nothing is lost if you close the window.</source>
        <translation>Das Limit der Organisation von %1 Anfragen in der Stunde ist aufgebraucht. Es geht nichts verloren, wenn Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>Planning the requests.</source>
        <translation>Plant die Anfragen.</translation>
    </message>
    <message>
        <source>Newest first; the figures below grow as answers arrive.</source>
        <translation>Neueste zuerst; die Zahlen unten wachsen mit den Antworten.</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>back to %1</source>
        <translation>zurück bis %1</translation>
    </message>
    <message>
        <source>to the reset</source>
        <translation>bis zur Freigabe</translation>
    </message>
    <message>
        <source>of the requests</source>
        <translation>der Anfragen</translation>
    </message>
</context>
<context>
    <name>tokenledger::SyncSection</name>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync by itself every</source>
        <translation>Von selbst abgleichen alle</translation>
    </message>
    <message>
        <source>Minutes between two syncs</source>
        <translation>Minuten zwischen zwei Abgleichen</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Only a connected organization that was synced before. Each sync takes some of the about 90 report requests an hour that the whole organization has.</source>
        <translation>Nur eine verbundene Organisation, die schon einmal abgeglichen wurde. Jeder Abgleich verbraucht einige der etwa 90 Berichtsanfragen in der Stunde, die die ganze Organisation hat.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>The system&apos;s proxy, if it has one</source>
        <translation>Der Proxy des Systems, falls es einen hat</translation>
    </message>
    <message>
        <source>This proxy:</source>
        <translation>Dieser Proxy:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Tell on the desktop when a budget reaches a threshold</source>
        <translation>Auf dem Desktop melden, wenn ein Budget eine Schwelle erreicht</translation>
    </message>
</context>
<context>
    <name>tokenledger::TableView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Fit widths</source>
        <translation>Breiten anpassen</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>Ursprüngliche Reihenfolge</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Suchen...</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
</context>
<context>
    <name>tokenledger::TeamEditor</name>
    <message>
        <source>Cost centre</source>
        <translation>Kostenstelle</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Kind of member</source>
        <translation>Art des Mitglieds</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>Mitglied entfernen</translation>
    </message>
    <message>
        <source>Days as in 2026-11-20; an empty one has no limit. A key goes before the person who made it, and both before the workspace.</source>
        <translation>Tage wie 2026-11-20; ein leeres Feld setzt keine Grenze. Ein Schlüssel geht der Person vor, die ihn erstellt hat, und beide dem Arbeitsbereich.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day as in 2026-11-20.</source>
        <translation>„%1“ ist kein Tag wie 2026-11-20.</translation>
    </message>
</context>
<context>
    <name>tokenledger::TeamsDialog</name>
    <message>
        <source>Teams and cost centres</source>
        <translation>Teams und Kostenstellen</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Add...</source>
        <translation>Hinzufügen...</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cost that no API key used</source>
        <translation>Kosten, die kein API-Schlüssel verursacht hat</translation>
    </message>
    <message>
        <source>Shared, such as code execution</source>
        <translation>Gemeinsame, etwa Codeausführung</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Fixed parts</source>
        <translation>Feste Anteile</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Leave it unallocated</source>
        <translation>Nicht verteilen</translation>
    </message>
    <message>
        <source>In equal parts</source>
        <translation>Zu gleichen Teilen</translation>
    </message>
    <message>
        <source>In proportion to own cost</source>
        <translation>Im Verhältnis der eigenen Kosten</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Name of the team</source>
        <translation>Name des Teams</translation>
    </message>
</context>
<context>
    <name>tokenledger::Tile</name>
    <message>
        <source>Why this number? %1</source>
        <translation>Woher diese Zahl? %1</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
</context>
<context>
    <name>tokenledger::TileMaker</name>
    <message>
        <source>%1 with %2; the days after were not over when they were fetched</source>
        <translation>%1 mit %2; die Tage danach waren beim Abruf noch nicht vorbei</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
</context>
<context>
    <name>tokenledger::TodoCard</name>
    <message>
        <source>To do before closing</source>
        <translation>Vor dem Abschluss zu tun</translation>
    </message>
</context>
<context>
    <name>tokenledger::TrackingCard</name>
    <message>
        <source>Internal tracking against Anthropic</source>
        <translation>Eigene Zählung gegen Anthropic</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>No internal tracking yet</source>
        <translation>Noch keine eigene Zählung</translation>
    </message>
    <message>
        <source>Import what you counted yourself - a CSV, a LiteLLM spend log, ccusage&apos;s JSON - and it is laid beside what Anthropic reports, day by day.</source>
        <translation>Importieren Sie, was Sie selbst gezählt haben - eine CSV-Datei, ein LiteLLM-Ausgabenprotokoll, das JSON von ccusage -, und es wird Tag für Tag neben das gestellt, was Anthropic meldet.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>This could not be compared</source>
        <translation>Das ließ sich nicht vergleichen</translation>
    </message>
</context>
<context>
    <name>tokenledger::TrackingImportDialog</name>
    <message>
        <source>Import internal tracking</source>
        <translation>Eigene Zählung importieren</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV, JSON lines, or ccusage&apos;s JSON</source>
        <translation>CSV, JSON Lines oder das JSON von ccusage</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Auswählen...</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What you call this tracking, as in LiteLLM</source>
        <translation>Wie Sie diese Zählung nennen, etwa LiteLLM</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Tables and logs (*.csv *.tsv *.txt *.json *.jsonl *.ndjson);;All files (*)</source>
        <translation>Tabellen und Protokolle (*.csv *.tsv *.txt *.json *.jsonl *.ndjson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading...</source>
        <translation>Wird gelesen...</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>not in Anthropic&apos;s usage: %1</source>
        <translation>nicht in der Nutzung von Anthropic: %1</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>rows of this source in the same days: %1</source>
        <translation>Zeilen dieser Quelle an denselben Tagen: %1</translation>
    </message>
    <message>
        <source>What is understood of the file is shown here before anything is stored.</source>
        <translation>Was von der Datei verstanden wird, steht hier, bevor etwas gespeichert wird.</translation>
    </message>
    <message>
        <source>Not imported.</source>
        <translation>Nicht importiert.</translation>
    </message>
</context>
<context>
    <name>tokenledger::TrackingOptions</name>
    <message>
        <source>Kind of file</source>
        <translation>Art der Datei</translation>
    </message>
    <message>
        <source>Own format</source>
        <translation>Eigenes Format</translation>
    </message>
    <message>
        <source>LiteLLM spend log</source>
        <translation>LiteLLM-Ausgabenprotokoll</translation>
    </message>
    <message>
        <source>ccusage daily --json</source>
        <translation>ccusage daily --json</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>2026-11-20</source>
        <translation>2026-11-20</translation>
    </message>
    <message>
        <source>Day first: 20/11/2026</source>
        <translation>Tag zuerst: 20/11/2026</translation>
    </message>
    <message>
        <source>Month first: 11/20/2026</source>
        <translation>Monat zuerst: 11/20/2026</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Senkrechter Strich</translation>
    </message>
    <message>
        <source>prompt_tokens of LiteLLM</source>
        <translation>prompt_tokens von LiteLLM</translation>
    </message>
    <message>
        <source>All input</source>
        <translation>Eingabe insgesamt</translation>
    </message>
    <message>
        <source>Uncached and read from the cache</source>
        <translation>Ohne Cache und aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Uncached only</source>
        <translation>Nur ohne Cache</translation>
    </message>
    <message>
        <source>Decimal commas (1.234,50)</source>
        <translation>Dezimalkomma (1.234,50)</translation>
    </message>
    <message>
        <source>Several rows of a day and model are parts of it</source>
        <translation>Mehrere Zeilen eines Tages und Modells sind Teile davon</translation>
    </message>
    <message>
        <source>Fields and the columns that hold them</source>
        <translation>Felder und die Spalten, in denen sie stehen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation>Spalte in der Datei</translation>
    </message>
</context>
<context>
    <name>tokenledger::UsageBreakdownPage</name>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Stack by</source>
        <translation>Stapeln nach</translation>
    </message>
    <message>
        <source>%1 over time</source>
        <translation>%1 über die Zeit</translation>
    </message>
    <message>
        <source>Top keys</source>
        <translation>Meistgenutzte Schlüssel</translation>
    </message>
    <message>
        <source>Unused and idle keys</source>
        <translation>Ungenutzte und ruhende Schlüssel</translation>
    </message>
    <message>
        <source>Tokens by hour</source>
        <translation>Tokens nach Stunde</translation>
    </message>
</context>
<context>
    <name>tokenledger::UsageCards</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tokens by period</source>
        <translation>Tokens nach Zeit</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Usage table</source>
        <translation>Nutzungstabelle</translation>
    </message>
    <message>
        <source>Why this number? %1</source>
        <translation>Woher diese Zahl? %1</translation>
    </message>
    <message>
        <source>Tokens, %1</source>
        <translation>Tokens, %1</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::UsageDetailCards</name>
    <message>
        <source>Top keys</source>
        <translation>Meistgenutzte Schlüssel</translation>
    </message>
    <message>
        <source>Unused and idle keys</source>
        <translation>Ungenutzte und ruhende Schlüssel</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Woher diese Zahl?</translation>
    </message>
    <message>
        <source>Why this number? %1</source>
        <translation>Woher diese Zahl? %1</translation>
    </message>
    <message>
        <source>Tokens by hour</source>
        <translation>Tokens nach Stunde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Export CSV, XLSX or JSON...</source>
        <translation>CSV, XLSX oder JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>tokenledger::ValueTitles</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>tokenledger::ViewsMenu</name>
    <message>
        <source>No view is saved yet</source>
        <translation>Noch keine Ansicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Save this view...</source>
        <translation>Diese Ansicht &amp;speichern...</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>%1...</source>
        <translation>%1...</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>This cache does not know %1. The view is shown without this filter.</source>
        <translation>Dieser Cache kennt %1 nicht. Die Ansicht wird ohne diesen Filter gezeigt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>A view needs a name. Nothing was saved.</source>
        <translation>Eine Ansicht braucht einen Namen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Saved the view %1</source>
        <translation>Ansicht %1 gespeichert</translation>
    </message>
    <message>
        <source>There is a view named %1 already. Replace it?</source>
        <translation>Es gibt schon eine Ansicht namens %1. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Rename view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>New name of the view</source>
        <translation>Neuer Name der Ansicht</translation>
    </message>
    <message>
        <source>A view needs a name. It keeps the one it has.</source>
        <translation>Eine Ansicht braucht einen Namen. Sie behält ihren bisherigen.</translation>
    </message>
    <message>
        <source>Another view has this name already.</source>
        <translation>Eine andere Ansicht heißt schon so.</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete the view %1?</source>
        <translation>Die Ansicht %1 löschen?</translation>
    </message>
    <message>
        <source>The figures are not touched, only the name for this choice of page and filters.</source>
        <translation>Die Zahlen bleiben unberührt, nur der Name für diese Wahl von Seite und Filtern verschwindet.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>tokenledger::Waterfall</name>
    <message>
        <source>up to here</source>
        <translation>bis hier</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Keine Differenz</translation>
    </message>
</context>
</TS>
