<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Deskwarden</source>
        <translation>Über Deskwarden</translation>
    </message>
    <message>
        <source>Deskwarden %1</source>
        <translation>Deskwarden %1</translation>
    </message>
    <message>
        <source>Helpdesk console for Windows virtual desktop sessions.

MIT licence. Icons: Tabler Icons, MIT licence. Made with Qt %1.</source>
        <translation>Konsole für den Helpdesk: Sitzungen auf virtuellen Windows-Desktops.

MIT-Lizenz. Symbole: Tabler Icons, MIT-Lizenz. Erstellt mit Qt %1.</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AccessTexts</name>
    <message>
        <source>it is starting</source>
        <translation>er startet</translation>
    </message>
    <message>
        <source>it is being saved</source>
        <translation>er wird gespeichert</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>er fährt herunter</translation>
    </message>
    <message>
        <source>it is being paused</source>
        <translation>er wird angehalten</translation>
    </message>
    <message>
        <source>it is being resumed</source>
        <translation>er wird fortgesetzt</translation>
    </message>
    <message>
        <source>Ask whether that is this person; if not, disconnect the session or log it off.</source>
        <translation>Fragen Sie, ob das diese Person ist; wenn nicht, trennen Sie die Sitzung oder melden Sie sie ab.</translation>
    </message>
    <message>
        <source>A session of this person is in use: %1 on %2.</source>
        <translation>Eine Sitzung dieser Person wird benutzt: %1 auf %2.</translation>
    </message>
    <message>
        <source>A session of this person is in use: %1 on %2, from the client %3.</source>
        <translation>Eine Sitzung dieser Person wird benutzt: %1 auf %2, vom Client %3.</translation>
    </message>
    <message>
        <source>The collection that the person tries is not known: name it.</source>
        <translation>Die Sammlung, die die Person benutzen will, ist nicht bekannt: Nennen Sie sie.</translation>
    </message>
    <message>
        <source>The address that was asked may stand for any broker of the deployment.</source>
        <translation>Die gefragte Adresse kann für jeden Broker der Bereitstellung stehen.</translation>
    </message>
    <message>
        <source>The state of the machine is not known.</source>
        <translation>Der Zustand der virtuellen Maschine ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Is the account disabled?</source>
        <translation>Ist das Konto deaktiviert?</translation>
    </message>
    <message>
        <source>Has the account expired?</source>
        <translation>Ist das Konto abgelaufen?</translation>
    </message>
    <message>
        <source>Is the account locked?</source>
        <translation>Ist das Konto gesperrt?</translation>
    </message>
    <message>
        <source>Has the password expired?</source>
        <translation>Ist das Kennwort abgelaufen?</translation>
    </message>
    <message>
        <source>Does the collection keep this person out?</source>
        <translation>Lässt die Sammlung diese Person nicht herein?</translation>
    </message>
    <message>
        <source>Is there no personal desktop for this person?</source>
        <translation>Fehlt ein persönlicher Desktop für diese Person?</translation>
    </message>
    <message>
        <source>Is the machine assigned to somebody else?</source>
        <translation>Ist die virtuelle Maschine jemand anderem zugewiesen?</translation>
    </message>
    <message>
        <source>Is there a ghost session?</source>
        <translation>Gibt es eine Geistersitzung?</translation>
    </message>
    <message>
        <source>Is there a stuck session?</source>
        <translation>Gibt es eine hängende Sitzung?</translation>
    </message>
    <message>
        <source>Does the VM host not answer?</source>
        <translation>Antwortet der Virtualisierungshost nicht?</translation>
    </message>
    <message>
        <source>Is the machine turned off?</source>
        <translation>Ist die virtuelle Maschine ausgeschaltet?</translation>
    </message>
    <message>
        <source>Is the machine paused?</source>
        <translation>Ist die virtuelle Maschine angehalten?</translation>
    </message>
    <message>
        <source>Is the machine just starting or stopping?</source>
        <translation>Startet oder stoppt die virtuelle Maschine gerade?</translation>
    </message>
    <message>
        <source>Is the collection being patched?</source>
        <translation>Wird die Sammlung gerade aktualisiert?</translation>
    </message>
    <message>
        <source>Is a session of this person in use elsewhere?</source>
        <translation>Wird eine Sitzung dieser Person anderswo benutzt?</translation>
    </message>
    <message>
        <source>Is this broker passive?</source>
        <translation>Ist dieser Broker passiv?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Have it enabled in the directory.</source>
        <translation>Lassen Sie es im Verzeichnis aktivieren.</translation>
    </message>
    <message>
        <source>The account has expired.</source>
        <translation>Das Konto ist abgelaufen.</translation>
    </message>
    <message>
        <source>Have its end moved in the directory.</source>
        <translation>Lassen Sie es im Verzeichnis verlängern.</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>Das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>Have it unlocked, and find out what keeps trying an old password.</source>
        <translation>Lassen Sie es entsperren, und finden Sie heraus, was ein altes Kennwort benutzt.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Das Kennwort ist abgelaufen.</translation>
    </message>
    <message>
        <source>Have a new one set.</source>
        <translation>Lassen Sie ein neues setzen.</translation>
    </message>
    <message>
        <source>The collection %1 does not let this person in.</source>
        <translation>Die Sammlung %1 lässt diese Person nicht herein.</translation>
    </message>
    <message>
        <source>Have the person added to a group that may use it.</source>
        <translation>Lassen Sie die Person in eine Gruppe aufnehmen, die sie benutzen darf.</translation>
    </message>
    <message>
        <source>In the collection %1 there is no desktop for this person.</source>
        <translation>In der Sammlung %1 gibt es keinen Desktop für diese Person.</translation>
    </message>
    <message>
        <source>Assign a free one.</source>
        <translation>Weisen Sie einen freien zu.</translation>
    </message>
    <message>
        <source>%1 is assigned to %2.</source>
        <translation>%1 ist %2 zugewiesen.</translation>
    </message>
    <message>
        <source>Find out which desktop belongs to this person, or have this one freed.</source>
        <translation>Finden Sie heraus, welcher Desktop dieser Person gehört, oder lassen Sie diesen freigeben.</translation>
    </message>
    <message>
        <source>Session %1 on %2:</source>
        <translation>Sitzung %1 auf %2:</translation>
    </message>
    <message>
        <source>Start the machine, then log the session off.</source>
        <translation>Starten Sie die virtuelle Maschine, und melden Sie dann die Sitzung ab.</translation>
    </message>
    <message>
        <source>Session %1 on %2 is stuck in the state %3.</source>
        <translation>Sitzung %1 auf %2 hängt im Zustand %3.</translation>
    </message>
    <message>
        <source>Log it off; if it is still there after two minutes, restart the machine.</source>
        <translation>Melden Sie sie ab; ist sie nach zwei Minuten noch da, starten Sie die virtuelle Maschine neu.</translation>
    </message>
    <message>
        <source>The VM host %1 does not tell how %2 is.</source>
        <translation>Der Virtualisierungshost %1 sagt nicht, wie es um %2 steht.</translation>
    </message>
    <message>
        <source>Check whether the host runs and the broker reaches it.</source>
        <translation>Prüfen Sie, ob der Host läuft und der Broker ihn erreicht.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is turned off.</source>
        <translation>%1 auf dem Virtualisierungshost %2 ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>Starten Sie ihn.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is paused.</source>
        <translation>%1 auf dem Virtualisierungshost %2 ist angehalten.</translation>
    </message>
    <message>
        <source>Resume it.</source>
        <translation>Setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is not ready: %3.</source>
        <translation>%1 auf dem Virtualisierungshost %2 ist nicht bereit: %3.</translation>
    </message>
    <message>
        <source>Wait a minute, then look again.</source>
        <translation>Warten Sie eine Minute, und sehen Sie dann wieder nach.</translation>
    </message>
    <message>
        <source>The collection %1 is being patched, until %2.</source>
        <translation>Die Sammlung %1 wird bis %2 aktualisiert.</translation>
    </message>
    <message>
        <source>Tell the person when it ends.</source>
        <translation>Sagen Sie der Person, wann das endet.</translation>
    </message>
    <message>
        <source>This broker is passive: %1 is the active one.</source>
        <translation>Dieser Broker ist passiv: %1 ist der aktive.</translation>
    </message>
    <message>
        <source>Ask the active one.</source>
        <translation>Fragen Sie den aktiven.</translation>
    </message>
    <message>
        <source>This broker lists no session and no desktop of this person.</source>
        <translation>Dieser Broker führt weder eine Sitzung noch einen Desktop dieser Person auf.</translation>
    </message>
    <message>
        <source>Check the name, and whether the person uses another broker.</source>
        <translation>Prüfen Sie den Namen, und ob die Person einen anderen Broker benutzt.</translation>
    </message>
    <message>
        <source>Nothing was found that keeps this person out.</source>
        <translation>Es wurde nichts gefunden, was diese Person aussperrt.</translation>
    </message>
    <message>
        <source>Ask what exactly the person sees, and look again while they try.</source>
        <translation>Fragen Sie, was genau die Person sieht, und sehen Sie nach, während sie es versucht.</translation>
    </message>
    <message>
        <source>Nothing was found that keeps this person out, but not everything is known.</source>
        <translation>Es wurde nichts gefunden, was diese Person aussperrt, aber nicht alles ist bekannt.</translation>
    </message>
    <message>
        <source>Look at what is not known.</source>
        <translation>Sehen Sie nach, was nicht bekannt ist.</translation>
    </message>
    <message>
        <source>%1 cannot get in; looked at on %2, broker %3.</source>
        <translation>%1 kommt nicht herein; nachgesehen am %2, Broker %3.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Nicht bekannt: %1</translation>
    </message>
    <message>
        <source>The broker lists nothing of that name any more.</source>
        <translation>Der Broker führt nichts mehr unter diesem Namen.</translation>
    </message>
    <message>
        <source>It takes the person&apos;s groups, and no directory was asked.</source>
        <translation>Dazu gehören die Gruppen der Person, und es wurde kein Verzeichnis gefragt.</translation>
    </message>
    <message>
        <source>No directory was asked.</source>
        <translation>Es wurde kein Verzeichnis gefragt.</translation>
    </message>
    <message>
        <source>Choose one in the server&apos;s connection.</source>
        <translation>Wählen Sie eines in der Verbindung zum Server.</translation>
    </message>
    <message>
        <source>It takes all of the person&apos;s groups, and the directory does not tell them.</source>
        <translation>Dazu gehören alle Gruppen der Person, und das Verzeichnis nennt sie nicht.</translation>
    </message>
    <message>
        <source>The directory was asked, and does not tell it.</source>
        <translation>Das Verzeichnis wurde gefragt und sagt es nicht.</translation>
    </message>
    <message>
        <source>Ask it by an account that may read this.</source>
        <translation>Fragen Sie es mit einem Konto, das dies lesen darf.</translation>
    </message>
    <message>
        <source>The broker does not tell the collection&apos;s access list.</source>
        <translation>Der Broker nennt die Zugriffsliste der Sammlung nicht.</translation>
    </message>
    <message>
        <source>The collection&apos;s access list has conditions that only Windows can judge.</source>
        <translation>Die Zugriffsliste der Sammlung enthält Bedingungen, die nur Windows beurteilen kann.</translation>
    </message>
</context>
<context>
    <name>ActReport</name>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>%1 was logged off from %2 at %3. What was not saved then is lost. The user can sign in again now.</source>
        <extracomment>%1 is a user, %2 a machine, %3 a date and time</extracomment>
        <translation>%1 wurde von %2 abgemeldet: %3. Was bis dahin nicht gespeichert war, ist verloren. Der Benutzer kann sich jetzt wieder anmelden.</translation>
    </message>
    <message>
        <source>%1 was not on %2 any more at %3. The user can sign in again now.</source>
        <translation>%1 war auf %2 nicht mehr angemeldet: %3. Der Benutzer kann sich jetzt wieder anmelden.</translation>
    </message>
    <message>
        <source>%1 is being logged off from %2, and that was not over at %3. The user should wait some minutes before signing in again.</source>
        <translation>%1 wird von %2 abgemeldet, und das war noch nicht zu Ende: %3. Der Benutzer sollte einige Minuten warten, bevor er sich wieder anmeldet.</translation>
    </message>
    <message>
        <source>Whether %1 was logged off from %2 is not known (%3). Look at the session before the user signs in again.</source>
        <translation>Ob %1 von %2 abgemeldet wurde, ist nicht bekannt (%3). Sehen Sie die Sitzung an, bevor sich der Benutzer wieder anmeldet.</translation>
    </message>
</context>
<context>
    <name>ActivityBatches</name>
    <message>
        <source>Log off 1 session</source>
        <translation>1 Sitzung abmelden</translation>
    </message>
    <message numerus="yes">
        <source>Log off %Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung abmelden</numerusform>
            <numerusform>%Ln Sitzungen abmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect 1 session</source>
        <translation>1 Sitzung trennen</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung trennen</numerusform>
            <numerusform>%Ln Sitzungen trennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Message to 1 user</source>
        <translation>Nachricht an 1 Benutzer</translation>
    </message>
    <message numerus="yes">
        <source>Message to %Ln users</source>
        <translation>
            <numerusform>Nachricht an %Ln Benutzer</numerusform>
            <numerusform>Nachricht an %Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 finished</source>
        <translation>%1 von %2 abgeschlossen</translation>
    </message>
    <message>
        <source>finished after %1 s</source>
        <translation>abgeschlossen nach %1 s</translation>
    </message>
    <message>
        <source>%1, opened</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>%1, shut</source>
        <translation>%1, zugeklappt</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Session (host/ID)</source>
        <translation>Sitzung (Host/ID)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>%1 does not answer, %2 s</source>
        <extracomment>%1 is a VM host, %2 a number of seconds</extracomment>
        <translation>%1 antwortet nicht, %2 s</translation>
    </message>
</context>
<context>
    <name>AddressTexts</name>
    <message>
        <source>Tries HTTPS first, then HTTP with encrypted messages.</source>
        <translation>Versucht zuerst HTTPS, dann HTTP mit verschlüsselten Nachrichten.</translation>
    </message>
    <message>
        <source>WinRM over HTTPS, port %1.</source>
        <translation>WinRM über HTTPS, Port %1.</translation>
    </message>
    <message>
        <source>WinRM over HTTP, port %1, on this computer.</source>
        <translation>WinRM über HTTP, Port %1, auf diesem Computer.</translation>
    </message>
    <message>
        <source>WinRM over HTTP, port %1, with encrypted messages.</source>
        <translation>WinRM über HTTP, Port %1, mit verschlüsselten Nachrichten.</translation>
    </message>
    <message>
        <source>WMI over DCOM; only the Windows console can do this.</source>
        <translation>WMI über DCOM; nur mit der Konsole für Windows möglich.</translation>
    </message>
    <message>
        <source>A simulated broker inside this program, to look around and to train.</source>
        <translation>Ein simulierter Broker in diesem Programm, zum Umsehen und Üben.</translation>
    </message>
    <message>
        <source>broker.example.com (HTTPS, else encrypted HTTP)</source>
        <translation>broker.example.com (HTTPS, sonst verschlüsseltes HTTP)</translation>
    </message>
    <message>
        <source>https://broker.example.com[:5986]</source>
        <translation>https://broker.example.com[:5986]</translation>
    </message>
    <message>
        <source>http://broker.example.com[:5985]</source>
        <translation>http://broker.example.com[:5985]</translation>
    </message>
    <message>
        <source>wmi://broker.example.com (on Windows)</source>
        <translation>wmi://broker.example.com (unter Windows)</translation>
    </message>
    <message>
        <source>demo:500 (simulated broker with 500 sessions)</source>
        <translation>demo:500 (simulierter Broker mit 500 Sitzungen)</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>In flight</source>
        <translation>In Ausführung</translation>
    </message>
</context>
<context>
    <name>CodeTexts</name>
    <message>
        <source>The server offers no encryption of the messages.</source>
        <translation>Der Server bietet keine Verschlüsselung der Nachrichten an.</translation>
    </message>
    <message>
        <source>Use https://, or have NTLM&apos;s 128-bit encryption allowed on the server.</source>
        <translation>Verwenden Sie https://, oder lassen Sie auf dem Server die 128-Bit-Verschlüsselung von NTLM zu.</translation>
    </message>
    <message>
        <source>Windows accepted the request.</source>
        <translation>Windows hat die Anforderung angenommen.</translation>
    </message>
    <message>
        <source>The console looks again to see that the session is gone.</source>
        <translation>Die Konsole sieht nach, ob die Sitzung wirklich beendet ist.</translation>
    </message>
    <message>
        <source>You may see this session but not end it.</source>
        <translation>Sie dürfen diese Sitzung sehen, aber nicht beenden.</translation>
    </message>
    <message>
        <source>Ask for administrator rights on that VM host, or use an account that has them.</source>
        <translation>Bitten Sie um Administratorrechte auf diesem Virtualisierungshost, oder verwenden Sie ein Konto, das sie hat.</translation>
    </message>
    <message>
        <source>The session no longer exists.</source>
        <translation>Die Sitzung ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>Nothing to do; refresh.</source>
        <translation>Nichts zu tun; aktualisieren Sie die Liste.</translation>
    </message>
    <message>
        <source>The virtual machine is not running.</source>
        <translation>Die virtuelle Maschine läuft nicht.</translation>
    </message>
    <message>
        <source>Refresh. If the row stays it is a ghost: start the VM or have the broker entry cleared.</source>
        <translation>Aktualisieren Sie die Liste. Bleibt die Zeile, ist es eine Geistersitzung: Starten Sie die virtuelle Maschine, oder lassen Sie den Eintrag im Broker löschen.</translation>
    </message>
    <message>
        <source>The host cannot do this to that kind of session.</source>
        <translation>Der Host kann das mit einer solchen Sitzung nicht tun.</translation>
    </message>
    <message>
        <source>Report it.</source>
        <translation>Melden Sie es den Entwicklern.</translation>
    </message>
    <message>
        <source>The VM host&apos;s name was not found on the network.</source>
        <translation>Der Name des Virtualisierungshosts wurde im Netzwerk nicht gefunden.</translation>
    </message>
    <message>
        <source>Check DNS and VPN.</source>
        <translation>Prüfen Sie DNS und VPN.</translation>
    </message>
    <message>
        <source>The network connection dropped.</source>
        <translation>Die Netzwerkverbindung wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Refresh before trying again.</source>
        <translation>Aktualisieren Sie die Liste, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>The server refused a value.</source>
        <translation>Der Server hat einen Wert abgelehnt.</translation>
    </message>
    <message>
        <source>Title or text empty? Otherwise report it.</source>
        <translation>Sind Titel oder Text leer? Wenn nicht, melden Sie es den Entwicklern.</translation>
    </message>
    <message>
        <source>It took too long; the result is unknown.</source>
        <translation>Es hat zu lange gedauert; das Ergebnis ist unbekannt.</translation>
    </message>
    <message>
        <source>The session is already gone.</source>
        <translation>Die Sitzung ist bereits beendet.</translation>
    </message>
    <message>
        <source>No domain controller can be reached.</source>
        <translation>Kein Domänencontroller ist erreichbar.</translation>
    </message>
    <message>
        <source>Check VPN and DNS.</source>
        <translation>Prüfen Sie VPN und DNS.</translation>
    </message>
    <message>
        <source>These credentials cannot be used here.</source>
        <translation>Diese Anmeldeinformationen können hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Type them again; not a local or expired account.</source>
        <translation>Geben Sie sie noch einmal ein; ein lokales oder abgelaufenes Konto ist nicht möglich.</translation>
    </message>
    <message>
        <source>The account lacks a Windows right.</source>
        <translation>Dem Konto fehlt ein Windows-Recht.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>Wrong user name or password.</source>
        <translation>Benutzername oder Kennwort ist falsch.</translation>
    </message>
    <message>
        <source>Type DOMAIN\user and the password again.</source>
        <translation>Geben Sie DOMÄNE\Benutzer und das Kennwort noch einmal ein.</translation>
    </message>
    <message>
        <source>This account is restricted (empty password, logon hours, protected users).</source>
        <translation>Dieses Konto ist eingeschränkt (leeres Kennwort, Anmeldezeiten, geschützte Benutzer).</translation>
    </message>
    <message>
        <source>Use another account.</source>
        <translation>Verwenden Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Das Kennwort ist abgelaufen.</translation>
    </message>
    <message>
        <source>Change it first.</source>
        <translation>Ändern Sie es zuerst.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Have it enabled; do not keep trying.</source>
        <translation>Lassen Sie es aktivieren; versuchen Sie es nicht weiter.</translation>
    </message>
    <message>
        <source>The domain cannot be found.</source>
        <translation>Die Domäne wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The account may not log on to this server over the network.</source>
        <translation>Das Konto darf sich an diesem Server nicht über das Netzwerk anmelden.</translation>
    </message>
    <message>
        <source>Ask for the policy to be changed.</source>
        <translation>Bitten Sie um eine Änderung der Richtlinie.</translation>
    </message>
    <message>
        <source>The clocks of the two machines differ too much.</source>
        <translation>Die Uhren der beiden Computer weichen zu stark voneinander ab.</translation>
    </message>
    <message>
        <source>Set the time.</source>
        <translation>Stellen Sie die Uhrzeit richtig ein.</translation>
    </message>
    <message>
        <source>The VM host does not answer.</source>
        <translation>Der Virtualisierungshost antwortet nicht.</translation>
    </message>
    <message>
        <source>Is it on? Is the name right? Firewall: port 135 and the WMI rules.</source>
        <translation>Ist er eingeschaltet? Stimmt der Name? Firewall: Port 135 und die WMI-Regeln.</translation>
    </message>
    <message>
        <source>The host is overloaded.</source>
        <translation>Der Host ist überlastet.</translation>
    </message>
    <message>
        <source>Try later, fewer at once.</source>
        <translation>Versuchen Sie es später, mit weniger Sitzungen auf einmal.</translation>
    </message>
    <message>
        <source>The connection broke in the middle; the result is unknown.</source>
        <translation>Die Verbindung brach mittendrin ab; das Ergebnis ist unbekannt.</translation>
    </message>
    <message>
        <source>The connection broke before anything was done.</source>
        <translation>Die Verbindung brach ab, bevor etwas getan wurde.</translation>
    </message>
    <message>
        <source>Safe to try again.</source>
        <translation>Sie können es gefahrlos erneut versuchen.</translation>
    </message>
    <message>
        <source>The service on the host is not running.</source>
        <translation>Der Dienst auf dem Host läuft nicht.</translation>
    </message>
    <message>
        <source>Have Remote Desktop Services and WMI checked there.</source>
        <translation>Lassen Sie dort die Remotedesktopdienste und WMI prüfen.</translation>
    </message>
    <message>
        <source>A computer has lost its trust with the domain.</source>
        <translation>Ein Computer hat seine Vertrauensstellung zur Domäne verloren.</translation>
    </message>
    <message>
        <source>It must be rejoined.</source>
        <translation>Er muss der Domäne neu beitreten.</translation>
    </message>
    <message>
        <source>The password must be changed before the first logon.</source>
        <translation>Das Kennwort muss vor der ersten Anmeldung geändert werden.</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>Das Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>Have it unlocked; do not keep trying.</source>
        <translation>Lassen Sie es entsperren; versuchen Sie es nicht weiter.</translation>
    </message>
    <message>
        <source>The session is already signing out.</source>
        <translation>Die Sitzung wird bereits abgemeldet.</translation>
    </message>
    <message>
        <source>Wait; do not send it again.</source>
        <translation>Warten Sie; senden Sie es nicht noch einmal.</translation>
    </message>
    <message>
        <source>Remote Desktop Services is busy with this session.</source>
        <translation>Die Remotedesktopdienste sind gerade mit dieser Sitzung beschäftigt.</translation>
    </message>
    <message>
        <source>Wait two minutes, try once more, then treat it as stuck.</source>
        <translation>Warten Sie zwei Minuten, versuchen Sie es noch einmal; danach gilt die Sitzung als hängend.</translation>
    </message>
    <message>
        <source>You are not allowed to act on this session.</source>
        <translation>Sie dürfen mit dieser Sitzung nichts tun.</translation>
    </message>
    <message>
        <source>Ask for rights on that VM host.</source>
        <translation>Bitten Sie um Rechte auf diesem Virtualisierungshost.</translation>
    </message>
    <message>
        <source>The broker could not do it and gave no reason.</source>
        <translation>Der Broker konnte es nicht tun und nannte keinen Grund.</translation>
    </message>
    <message>
        <source>Try once more; then the broker&apos;s RDMS event logs.</source>
        <translation>Versuchen Sie es noch einmal; sehen Sie dann in die RDMS-Ereignisprotokolle des Brokers.</translation>
    </message>
    <message>
        <source>That session no longer exists.</source>
        <translation>Diese Sitzung ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>You are signed in but have no rights in this part of WMI.</source>
        <translation>Sie sind angemeldet, haben aber in diesem Teil von WMI keine Rechte.</translation>
    </message>
    <message>
        <source>On root\cimv2\rdms: Enable Account, Remote Enable, Execute Methods.</source>
        <translation>Für root\cimv2\rdms: „Konto aktivieren“, „Remoteaktivierung“, „Methoden ausführen“.</translation>
    </message>
    <message>
        <source>The RDS management component on the broker failed.</source>
        <translation>Die RDS-Verwaltungskomponente auf dem Broker ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>RDMS service running? Its database reachable?</source>
        <translation>Läuft der Dienst RDMS? Ist seine Datenbank erreichbar?</translation>
    </message>
    <message>
        <source>WMI on the broker ran out of memory.</source>
        <translation>WMI auf dem Broker hatte nicht genug Speicher.</translation>
    </message>
    <message>
        <source>Ask for less; have the quota raised.</source>
        <translation>Fragen Sie weniger ab; lassen Sie das Kontingent erhöhen.</translation>
    </message>
    <message>
        <source>Something the broker needs is offline.</source>
        <translation>Etwas, das der Broker braucht, ist offline.</translation>
    </message>
    <message>
        <source>Often a VM host or the database.</source>
        <translation>Oft ist es ein Virtualisierungshost oder die Datenbank.</translation>
    </message>
    <message>
        <source>The broker does not offer this.</source>
        <translation>Der Broker bietet das nicht an.</translation>
    </message>
    <message>
        <source>Check its Windows version.</source>
        <translation>Prüfen Sie seine Windows-Version.</translation>
    </message>
    <message>
        <source>This server is not a Connection Broker.</source>
        <translation>Dieser Server ist kein Verbindungsbroker.</translation>
    </message>
    <message>
        <source>Use the broker&apos;s name, not that of a VM host or gateway.</source>
        <translation>Verwenden Sie den Namen des Brokers, nicht den eines Virtualisierungshosts oder Gateways.</translation>
    </message>
    <message>
        <source>The row is out of date.</source>
        <translation>Die Zeile ist veraltet.</translation>
    </message>
    <message>
        <source>Refresh.</source>
        <translation>Aktualisieren Sie die Liste.</translation>
    </message>
    <message>
        <source>The broker does not know virtual desktop sessions.</source>
        <translation>Der Broker kennt keine Sitzungen virtueller Desktops.</translation>
    </message>
    <message>
        <source>Windows Server 2012 or later; otherwise its RDS provider must be repaired.</source>
        <translation>Windows Server 2012 oder neuer ist nötig; sonst muss sein RDS-Anbieter repariert werden.</translation>
    </message>
    <message>
        <source>The RDS provider is missing on the broker.</source>
        <translation>Auf dem Broker fehlt der RDS-Anbieter.</translation>
    </message>
    <message>
        <source>RDMS service running? Is this the passive broker?</source>
        <translation>Läuft der Dienst RDMS? Ist dies der passive Broker?</translation>
    </message>
    <message>
        <source>The RDS provider did not start.</source>
        <translation>Der RDS-Anbieter wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The network connection broke.</source>
        <translation>Die Netzwerkverbindung brach ab.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The console asked a malformed question.</source>
        <translation>Die Konsole hat eine fehlerhafte Anforderung gesendet.</translation>
    </message>
    <message>
        <source>You cancelled. The server may have acted all the same.</source>
        <translation>Sie haben abgebrochen. Der Server kann trotzdem gehandelt haben.</translation>
    </message>
    <message>
        <source>WMI on the broker is restarting.</source>
        <translation>WMI auf dem Broker wird neu gestartet.</translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation>Warten Sie eine Minute.</translation>
    </message>
    <message>
        <source>The broker is busy.</source>
        <translation>Der Broker ist ausgelastet.</translation>
    </message>
    <message>
        <source>Fewer at once, later.</source>
        <translation>Später, und weniger auf einmal.</translation>
    </message>
    <message>
        <source>The broker does not offer this action.</source>
        <translation>Der Broker bietet diese Aktion nicht an.</translation>
    </message>
    <message>
        <source>This action is disabled on the broker.</source>
        <translation>Diese Aktion ist auf dem Broker deaktiviert.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>Fragen Sie seinen Administrator.</translation>
    </message>
    <message>
        <source>A user name was typed for this very computer.</source>
        <translation>Für diesen Computer selbst wurde ein Benutzername eingegeben.</translation>
    </message>
    <message>
        <source>Leave it empty for the local computer.</source>
        <translation>Lassen Sie das Feld für den lokalen Computer leer.</translation>
    </message>
    <message>
        <source>WMI on the broker reached its quota.</source>
        <translation>WMI auf dem Broker hat sein Kontingent erreicht.</translation>
    </message>
    <message>
        <source>The connection to WMI failed.</source>
        <translation>Die Verbindung mit WMI ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Not finished yet.</source>
        <translation>Noch nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>Warten Sie.</translation>
    </message>
    <message>
        <source>The list is incomplete: some of it is not yours to see.</source>
        <translation>Die Liste ist unvollständig: Einen Teil davon dürfen Sie nicht sehen.</translation>
    </message>
    <message>
        <source>Ask for rights.</source>
        <translation>Bitten Sie um Rechte.</translation>
    </message>
    <message>
        <source>The list is incomplete.</source>
        <translation>Die Liste ist unvollständig.</translation>
    </message>
    <message>
        <source>The list is incomplete: a source did not answer.</source>
        <translation>Die Liste ist unvollständig: Eine Quelle hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Refresh later.</source>
        <translation>Aktualisieren Sie die Liste später.</translation>
    </message>
    <message>
        <source>Access denied.</source>
        <translation>Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Wrong account, or no right to connect this way.</source>
        <translation>Falsches Konto, oder kein Recht, sich auf diese Weise zu verbinden.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>WMI did not start on the server.</source>
        <translation>WMI wurde auf dem Server nicht gestartet.</translation>
    </message>
    <message>
        <source>Have the Winmgmt service restarted.</source>
        <translation>Lassen Sie den Dienst Winmgmt neu starten.</translation>
    </message>
    <message>
        <source>The server dropped the connection.</source>
        <translation>Der Server hat die Verbindung abgebrochen.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Stellen Sie die Verbindung neu her.</translation>
    </message>
    <message>
        <source>Kerberos does not know a server of that name.</source>
        <translation>Kerberos kennt keinen Server dieses Namens.</translation>
    </message>
    <message>
        <source>Use the full name of one broker, not an address or alias.</source>
        <translation>Verwenden Sie den vollständigen Namen eines einzelnen Brokers, keine IP-Adresse und keinen Alias.</translation>
    </message>
    <message>
        <source>The server is not who the name says.</source>
        <translation>Der Server ist nicht der, den der Name nennt.</translation>
    </message>
    <message>
        <source>The server does not answer to remote management.</source>
        <translation>Der Server antwortet nicht auf die Remoteverwaltung.</translation>
    </message>
    <message>
        <source>On the server: winrm quickconfig.</source>
        <translation>Auf dem Server: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The answer was larger than allowed.</source>
        <translation>Die Antwort war größer als erlaubt.</translation>
    </message>
    <message>
        <source>The console asks again in smaller pieces.</source>
        <translation>Die Konsole fragt in kleineren Teilen noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s identity is not proved.</source>
        <translation>Die Identität des Servers ist nicht nachgewiesen.</translation>
    </message>
    <message>
        <source>Use its full name and a domain account, or TLS.</source>
        <translation>Verwenden Sie seinen vollständigen Namen und ein Domänenkonto, oder TLS.</translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation>Zu viele Anforderungen auf einmal.</translation>
    </message>
    <message>
        <source>Fewer in parallel.</source>
        <translation>Weniger gleichzeitig.</translation>
    </message>
    <message>
        <source>Remote management is switched off on the server.</source>
        <translation>Die Remoteverwaltung ist auf dem Server ausgeschaltet.</translation>
    </message>
    <message>
        <source>This account has used up its share of the server for now.</source>
        <translation>Dieses Konto hat seinen Anteil am Server vorerst aufgebraucht.</translation>
    </message>
    <message>
        <source>Fewer in parallel, later.</source>
        <translation>Später, und weniger gleichzeitig.</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is overloaded.</source>
        <translation>Die Remoteverwaltung des Servers ist überlastet.</translation>
    </message>
    <message>
        <source>Later.</source>
        <translation>Später.</translation>
    </message>
    <message>
        <source>Too many requests at once for this account.</source>
        <translation>Zu viele Anforderungen auf einmal für dieses Konto.</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is busy with other requests.</source>
        <translation>Die Remoteverwaltung des Servers ist mit anderen Anforderungen beschäftigt.</translation>
    </message>
    <message>
        <source>The server does not find it.</source>
        <translation>Der Server findet es nicht.</translation>
    </message>
    <message>
        <source>The answer was larger than the server allows, even in the smallest pieces.</source>
        <translation>Die Antwort war größer, als der Server erlaubt, selbst in den kleinsten Teilen.</translation>
    </message>
    <message>
        <source>Have MaxEnvelopeSizekb raised in the WinRM settings of the server.</source>
        <translation>Lassen Sie MaxEnvelopeSizekb in den WinRM-Einstellungen des Servers erhöhen.</translation>
    </message>
    <message>
        <source>The server lost the place in its list.</source>
        <translation>Der Server hat die Stelle in seiner Liste verloren.</translation>
    </message>
    <message>
        <source>This account may sign in, but has no rights in the WMI namespace.</source>
        <translation>Dieses Konto darf sich anmelden, hat aber im WMI-Namespace keine Rechte.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s administrator for rights in root\cimv2\rdms.</source>
        <translation>Bitten Sie den Administrator des Brokers um Rechte auf root\cimv2\rdms.</translation>
    </message>
    <message>
        <source>The service behind this class refused the account.</source>
        <translation>Der Dienst hinter dieser Klasse hat das Konto abgelehnt.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s administrator for rights on the sessions.</source>
        <translation>Bitten Sie den Administrator des Brokers um Rechte an den Sitzungen.</translation>
    </message>
    <message>
        <source>The server does not accept NTLM.</source>
        <translation>Der Server akzeptiert kein NTLM.</translation>
    </message>
    <message>
        <source>Sign in with Kerberos: type user@domain, and use the server&apos;s full name.</source>
        <translation>Melden Sie sich mit Kerberos an: Geben Sie Benutzer@Domäne ein, und verwenden Sie den vollständigen Namen des Servers.</translation>
    </message>
    <message>
        <source>There is no Kerberos ticket to sign in with.</source>
        <translation>Es gibt kein Kerberos-Ticket für die Anmeldung.</translation>
    </message>
    <message>
        <source>Type user name and password, or get a ticket (kinit).</source>
        <translation>Geben Sie Benutzername und Kennwort ein, oder holen Sie ein Ticket (kinit).</translation>
    </message>
    <message>
        <source>The Kerberos ticket has expired.</source>
        <translation>Das Kerberos-Ticket ist abgelaufen.</translation>
    </message>
    <message>
        <source>Get a new one (kinit), or type user name and password.</source>
        <translation>Holen Sie ein neues (kinit), oder geben Sie Benutzername und Kennwort ein.</translation>
    </message>
</context>
<context>
    <name>CureTexts</name>
    <message>
        <source>%1 stopped at: %2</source>
        <extracomment>%1 is a virtual machine, %2 a step such as &quot;logging the session off&quot;</extracomment>
        <translation>%1 blieb stehen bei: %2</translation>
    </message>
    <message>
        <source>Ghosts cured: %1 of %2.</source>
        <translation>Geheilte Geister: %1 von %2.</translation>
    </message>
    <message>
        <source>starting the machine</source>
        <translation>Starten der Maschine</translation>
    </message>
    <message>
        <source>waiting for Windows</source>
        <translation>Warten auf Windows</translation>
    </message>
    <message>
        <source>logging the session off</source>
        <translation>Abmelden der Sitzung</translation>
    </message>
    <message>
        <source>saving the machine again</source>
        <translation>erneutes Speichern der Maschine</translation>
    </message>
    <message>
        <source>over</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>The cure is stopping: %1.</source>
        <translation>Die Heilung hält an: %1.</translation>
    </message>
    <message>
        <source>Ghosts are being cured: %1.</source>
        <translation>Geister werden geheilt: %1.</translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
</context>
<context>
    <name>DrainTexts</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Telling the users</source>
        <translation>Benutzer werden benachrichtigt</translation>
    </message>
    <message>
        <source>Giving them time</source>
        <translation>Benutzer haben Zeit zum Speichern</translation>
    </message>
    <message>
        <source>Logging off</source>
        <translation>Abmeldung läuft</translation>
    </message>
    <message>
        <source>Watching for newcomers</source>
        <translation>Warten auf Neuankömmlinge</translation>
    </message>
    <message>
        <source>Somebody is left</source>
        <translation>Jemand ist noch da</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Warten auf den Server</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird gestoppt</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Host geleert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Messages to the users are on their way.</source>
        <translation>Nachrichten an die Benutzer sind unterwegs.</translation>
    </message>
    <message>
        <source>Everybody has been told and has time to save.</source>
        <translation>Alle wurden benachrichtigt und haben Zeit zum Speichern.</translation>
    </message>
    <message>
        <source>Each session is read again, then logged off, then looked for.</source>
        <translation>Jede Sitzung wird neu gelesen, dann abgemeldet, dann wird nachgesehen.</translation>
    </message>
    <message>
        <source>Two lists in a row must show nobody any more.</source>
        <translation>Zwei Listen nacheinander dürfen niemanden mehr zeigen.</translation>
    </message>
    <message>
        <source>The users who are left could not be logged off.</source>
        <translation>Die verbliebenen Benutzer konnten nicht abgemeldet werden.</translation>
    </message>
    <message>
        <source>Retry, look at the sessions&apos; virtual machines, or stop.</source>
        <translation>Versuchen Sie es erneut, sehen Sie nach den virtuellen Maschinen der Sitzungen, oder stoppen Sie.</translation>
    </message>
    <message>
        <source>Nothing new is begun.</source>
        <translation>Nichts Neues wird begonnen.</translation>
    </message>
    <message>
        <source>The server does not answer. It goes on as soon as there is a list again.</source>
        <translation>Der Server antwortet nicht. Es geht weiter, sobald wieder eine Liste da ist.</translation>
    </message>
    <message>
        <source>Nothing new is begun; what was sent is still followed.</source>
        <translation>Nichts Neues wird begonnen; was gesendet wurde, wird weiter verfolgt.</translation>
    </message>
    <message>
        <source>Nobody is left on the host.</source>
        <translation>Niemand ist mehr auf dem Host.</translation>
    </message>
    <message>
        <source>Only sessions that were left out remain on the host.</source>
        <translation>Auf dem Host sind nur noch ausgelassene Sitzungen.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Das Leeren wurde gestoppt.</translation>
    </message>
    <message>
        <source>It was stopped before the host was empty.</source>
        <translation>Das Leeren wurde gestoppt, bevor der Host leer war.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch da</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>Neuankömmlinge</translation>
    </message>
    <message>
        <source>Need help</source>
        <translation>Brauchen Hilfe</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>%1, gone by now</source>
        <translation>%1, inzwischen beendet</translation>
    </message>
    <message>
        <source>Deskwarden does not keep anybody from signing in here: the broker&apos;s WMI class has no method for it. Set the host to drain mode first where your broker offers that; newcomers are logged off as well, after the same message and time.</source>
        <translation>Deskwarden hindert hier niemanden an der Anmeldung: Die WMI-Klasse des Brokers hat dafür keine Methode. Lassen Sie auf dem Host zuerst keine neuen Verbindungen mehr zu, wenn Ihr Broker das anbietet; Neuankömmlinge werden ebenfalls abgemeldet, nach derselben Nachricht und derselben Zeit.</translation>
    </message>
    <message>
        <source>VM host %1: %2</source>
        <translation>Virtualisierungshost %1: %2</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Still on the host</source>
        <translation>Noch auf dem Host</translation>
    </message>
    <message>
        <source>Came while it was drained</source>
        <translation>Während des Leerens gekommen</translation>
    </message>
</context>
<context>
    <name>FilterProposals</name>
    <message>
        <source>the user, with or without the domain</source>
        <translation>der Benutzer, mit oder ohne Domäne</translation>
    </message>
    <message>
        <source>the virtual machine</source>
        <translation>die virtuelle Maschine</translation>
    </message>
    <message>
        <source>the VM host</source>
        <translation>der Virtualisierungshost</translation>
    </message>
    <message>
        <source>the collection</source>
        <translation>die Sammlung</translation>
    </message>
    <message>
        <source>the computer the user sits at</source>
        <translation>der Computer, an dem der Benutzer sitzt</translation>
    </message>
    <message>
        <source>the broker</source>
        <translation>der Broker</translation>
    </message>
    <message>
        <source>the session ID</source>
        <translation>die Sitzungs-ID</translation>
    </message>
    <message>
        <source>active, disconnected, …</source>
        <translation>active, disconnected, …</translation>
    </message>
    <message>
        <source>ghost, stuck, broken, several or stale</source>
        <translation>ghost, stuck, broken, several oder stale</translation>
    </message>
    <message>
        <source>disconnected for longer or shorter</source>
        <translation>länger oder kürzer getrennt</translation>
    </message>
    <message>
        <source>unused for longer or shorter</source>
        <translation>länger oder kürzer unbenutzt</translation>
    </message>
    <message>
        <source>probably not there any more</source>
        <translation>vermutlich nicht mehr da</translation>
    </message>
    <message>
        <source>logging off does not end</source>
        <translation>die Abmeldung endet nicht</translation>
    </message>
    <message>
        <source>the user is on several machines</source>
        <translation>der Benutzer ist auf mehreren Maschinen</translation>
    </message>
    <message>
        <source>the server could not be asked again</source>
        <translation>der Server konnte nicht erneut abgefragt werden</translation>
    </message>
    <message>
        <source>Windows calls it broken</source>
        <translation>Windows nennt die Sitzung defekt</translation>
    </message>
    <message>
        <source>the full name of the user</source>
        <translation>der volle Name des Benutzers</translation>
    </message>
</context>
<context>
    <name>FilterQuery</name>
    <message>
        <source>Write a time such as %1&gt;30m, %1&gt;4h or %1&lt;2d.</source>
        <translation>Schreiben Sie eine Zeit, etwa %1&gt;30m, %1&gt;4h oder %1&lt;2d.</translation>
    </message>
    <message>
        <source>There is no state called %1.</source>
        <translation>Es gibt keinen Status namens %1.</translation>
    </message>
    <message>
        <source>%1 could be %2 or %3: write more of it.</source>
        <translation>%1 kann %2 oder %3 sein: Schreiben Sie mehr davon.</translation>
    </message>
    <message>
        <source>After is: comes ghost, stuck, broken, several or stale.</source>
        <translation>Nach is: steht ghost, stuck, broken, several oder stale.</translation>
    </message>
    <message>
        <source>After %1: comes what to look for.</source>
        <translation>Nach %1: steht, wonach gesucht wird.</translation>
    </message>
    <message>
        <source>A session ID is a number.</source>
        <translation>Eine Sitzungs-ID ist eine Zahl.</translation>
    </message>
    <message>
        <source>A quotation mark is missing at the end.</source>
        <translation>Am Ende fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>Between the quotation marks stands nothing.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>There is no field called %1. Fields are %2. To look for the text itself, put it in quotation marks.</source>
        <translation>Es gibt kein Feld namens %1. Felder sind %2. Um nach dem Text selbst zu suchen, setzen Sie ihn in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Only gone and idle are compared with a time; write %1:value.</source>
        <translation>Nur gone und idle werden mit einer Zeit verglichen; schreiben Sie %1:Wert.</translation>
    </message>
</context>
<context>
    <name>HandOffTexts</name>
    <message>
        <source>Remote Desktop to the machine</source>
        <translation>Remotedesktop zur Maschine</translation>
    </message>
    <message>
        <source>Install FreeRDP (on Debian the package freerdp2-x11); on Windows mstsc is part of the system.</source>
        <translation>Installieren Sie FreeRDP (unter Debian das Paket freerdp2-x11); unter Windows gehört mstsc zum System.</translation>
    </message>
    <message>
        <source>Console of the virtual machine</source>
        <translation>Konsole der virtuellen Maschine</translation>
    </message>
    <message>
        <source>Install the Hyper-V management tools, a feature of Windows.</source>
        <translation>Installieren Sie die Hyper-V-Verwaltungstools, ein Feature von Windows.</translation>
    </message>
    <message>
        <source>Remote assistance</source>
        <translation>Remoteunterstützung</translation>
    </message>
    <message>
        <source>Add the feature Remote Assistance of Windows.</source>
        <translation>Fügen Sie das Windows-Feature Remoteunterstützung hinzu.</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Install it (on Debian the package iputils-ping).</source>
        <translation>Installieren Sie es (unter Debian das Paket iputils-ping).</translation>
    </message>
    <message>
        <source>A name is missing before the &quot;=&quot;.</source>
        <translation>Vor dem „=“ fehlt ein Name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no program.</source>
        <translation>„%1“ nennt kein Programm.</translation>
    </message>
    <message>
        <source>Write NAME = PROGRAM ARGUMENTS, one a line.</source>
        <translation>Schreiben Sie NAME = PROGRAMM ARGUMENTE, eines je Zeile.</translation>
    </message>
    <message>
        <source>A quotation mark has no second one: %1</source>
        <translation>Ein Anführungszeichen hat kein zweites: %1</translation>
    </message>
    <message>
        <source>Nothing is known for {%1}.</source>
        <translation>Für {%1} ist nichts bekannt.</translation>
    </message>
    <message>
        <source>There are {host}, {vm}, {user}, {session}, {client} and {ticket}.</source>
        <translation>Es gibt {host}, {vm}, {user}, {session}, {client} und {ticket}.</translation>
    </message>
    <message>
        <source>A program must be named as it is: &quot;%1&quot; would be chosen by a server.</source>
        <translation>Ein Programm muss genannt sein, wie es heißt: „%1“ würde ein Server wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a script, which Windows hands to a shell.</source>
        <translation>„%1“ ist ein Skript, das Windows einer Shell übergibt.</translation>
    </message>
    <message>
        <source>Name a program.</source>
        <translation>Nennen Sie ein Programm.</translation>
    </message>
    <message>
        <source>There are characters that cannot be seen: %1</source>
        <translation>Es gibt Zeichen, die nicht zu sehen sind: %1</translation>
    </message>
    <message>
        <source>This is too long: %1</source>
        <translation>Das ist zu lang: %1</translation>
    </message>
    <message>
        <source>Nothing is known of this session for {%1}; the program was not started.</source>
        <translation>Von dieser Sitzung ist für {%1} nichts bekannt; das Programm wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The value for {%1} has characters that it must not have; the program was not started.</source>
        <translation>Der Wert für {%1} hat Zeichen, die er nicht haben darf; das Programm wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The value for {%1} would be taken for an option; the program was not started.</source>
        <translation>Der Wert für {%1} würde für eine Option gehalten; das Programm wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>There can be %1 programs at most.</source>
        <translation>Es können höchstens %1 Programme sein.</translation>
    </message>
    <message>
        <source>The program %1 is not on this computer.</source>
        <translation>Das Programm %1 ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>Install it, or write its whole path in the preferences.</source>
        <translation>Installieren Sie es, oder schreiben Sie seinen ganzen Pfad in die Einstellungen.</translation>
    </message>
</context>
<context>
    <name>HostListModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Sessions with a user</source>
        <translation>Sitzungen mit einem Benutzer</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions in which somebody may be working</source>
        <translation>Sitzungen, in denen vielleicht jemand arbeitet</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Connections on their way to the host</source>
        <translation>Verbindungen auf dem Weg zum Host</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>The broker&apos;s own indicator, without a unit</source>
        <translation>Die eigene Zahl des Brokers, ohne Einheit</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Machines that run</source>
        <translation>Maschinen, die laufen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>When the host last answered an act, as the record of this computer tells</source>
        <translation>Wann der Host zuletzt auf eine Aktion geantwortet hat, nach dem Protokoll dieses Computers</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Acts of the last hour that failed or whose outcome is not known, as the record of this computer tells</source>
        <translation>Aktionen der letzten Stunde, die gescheitert sind oder deren Ergebnis nicht bekannt ist, nach dem Protokoll dieses Computers</translation>
    </message>
    <message>
        <source>Failed in 1 h</source>
        <translation>Gescheitert in 1 Std.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>HostTexts</name>
    <message>
        <source>Connection Broker</source>
        <translation>Verbindungsbroker</translation>
    </message>
    <message>
        <source>Virtualization Host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Session Host</source>
        <translation>Sitzungshost</translation>
    </message>
    <message>
        <source>Web Access</source>
        <translation>Webzugriff</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <source>Licensing</source>
        <translation>Lizenzierung</translation>
    </message>
    <message>
        <source>Connection Broker, single sign-on</source>
        <translation>Verbindungsbroker, einmaliges Anmelden</translation>
    </message>
    <message>
        <source>Connection Broker, publishing</source>
        <translation>Verbindungsbroker, Veröffentlichung</translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <source>Only on demand</source>
        <translation>Nur auf Anforderung</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation>Alle %1 min</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>Alle %1 s</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>MachineTable</name>
    <message>
        <source>On no VM host</source>
        <translation>Auf keinem Virtualisierungshost</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>In keiner Sammlung</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
</context>
<context>
    <name>MachineTableModel</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Ausgelassen, weil</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
</context>
<context>
    <name>MachineTexts</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Being saved</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Fährt herunter</translation>
    </message>
    <message>
        <source>Being paused</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Being resumed</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Unbekannt (%1)</translation>
    </message>
    <message>
        <source>The broker does not know the state: perhaps the VM host does not answer it.</source>
        <translation>Der Broker kennt den Zustand nicht: Vielleicht antwortet ihm der Virtualisierungshost nicht.</translation>
    </message>
    <message>
        <source>It is on.</source>
        <translation>Sie ist eingeschaltet.</translation>
    </message>
    <message>
        <source>It is off. Nobody can work on it before it is started.</source>
        <translation>Sie ist aus. Niemand kann auf ihr arbeiten, bevor sie gestartet wird.</translation>
    </message>
    <message>
        <source>It is halted in memory. Nobody can work on it before it is started again.</source>
        <translation>Sie ist im Arbeitsspeicher angehalten. Niemand kann auf ihr arbeiten, bevor sie wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Its memory is on disk. It goes on where it was when it is started.</source>
        <translation>Ihr Arbeitsspeicher liegt auf der Platte. Wird sie gestartet, geht es dort weiter.</translation>
    </message>
    <message>
        <source>It is on its way into another state. Wait, then look again.</source>
        <translation>Sie wechselt gerade in einen anderen Zustand. Warten Sie und sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>The server reports a state that is not documented.</source>
        <translation>Der Server meldet einen Zustand, der nicht dokumentiert ist.</translation>
    </message>
    <message>
        <source>Machines without a name, which are not shown: %1.</source>
        <translation>Maschinen ohne Namen, die nicht gezeigt werden: %1.</translation>
    </message>
    <message>
        <source>Rows that repeat the name of another machine: %1. Of each such machine the first row is shown, and nothing is done to it.</source>
        <translation>Zeilen, die den Namen einer anderen Maschine wiederholen: %1. Von jeder solchen Maschine wird die erste Zeile gezeigt, und mit ihr geschieht nichts.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 VM host</source>
        <translation>1 Virtualisierungshost</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts</source>
        <translation>
            <numerusform>%Ln Virtualisierungshost</numerusform>
            <numerusform>%Ln Virtualisierungshosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody may be working on %1 of them.</source>
        <translation>Auf so vielen davon arbeitet vielleicht jemand: %1.</translation>
    </message>
    <message>
        <source>%1 may be working on it right now.</source>
        <translation>%1 arbeitet vielleicht gerade daran.</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>und 1 weiterer</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageRules</name>
    <message>
        <source>The title is too long.</source>
        <translation>Der Titel ist zu lang.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Der Text ist zu lang.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be sent. Type it anew instead of pasting it.</source>
        <translation>Ein Zeichen darin kann nicht gesendet werden. Tippen Sie den Text neu, statt ihn einzufügen.</translation>
    </message>
    <message>
        <source>The message needs a title.</source>
        <translation>Die Nachricht braucht einen Titel.</translation>
    </message>
    <message>
        <source>The message needs a text.</source>
        <translation>Die Nachricht braucht einen Text.</translation>
    </message>
</context>
<context>
    <name>MessageTemplate</name>
    <message>
        <source>Nobody fills in %1. What is filled in: %2.</source>
        <translation>Für %1 wird nichts eingesetzt. Eingesetzt werden: %2.</translation>
    </message>
</context>
<context>
    <name>NodeListModel</name>
    <message>
        <source>Server of the deployment</source>
        <translation>Server der Bereitstellung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Missing certificates</source>
        <translation>Fehlende Zertifikate</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Broker</translation>
    </message>
</context>
<context>
    <name>OrderTexts</name>
    <message>
        <source>It has come true.</source>
        <translation>Es ist eingetreten.</translation>
    </message>
    <message>
        <source>Its time was up; nothing was done.</source>
        <translation>Die Zeit war um; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was done.</source>
        <translation>Abgebrochen; nichts wurde getan.</translation>
    </message>
    <message>
        <source>The session has ended by itself; nothing was left to do.</source>
        <translation>Die Sitzung ist von selbst beendet; es war nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Somebody else has the session now; nothing was done.</source>
        <translation>Die Sitzung hat jetzt ein anderer Benutzer; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Policy does not let it be; nothing was done.</source>
        <translation>Die Richtlinie lässt es nicht zu; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Log off %1 (%2) as soon as the session has been disconnected for %3 min</source>
        <translation>%1 (%2) abmelden, sobald die Sitzung seit %3 min getrennt ist</translation>
    </message>
    <message>
        <source>Tell as soon as nobody is on VM host %1</source>
        <translation>Sagen, sobald niemand auf dem Virtualisierungshost %1 ist</translation>
    </message>
    <message>
        <source>Send %1 a message as soon as the user is back</source>
        <translation>%1 eine Nachricht senden, sobald der Benutzer zurück ist</translation>
    </message>
    <message>
        <source>Waits for a list of the server.</source>
        <translation>Wartet auf eine Liste des Servers.</translation>
    </message>
    <message>
        <source>Waits; seen disconnected since %1.</source>
        <translation>Wartet; getrennt gesehen seit %1.</translation>
    </message>
    <message>
        <source>Waits.</source>
        <translation>Wartet.</translation>
    </message>
    <message>
        <source>Its act is under way.</source>
        <translation>Die Aktion läuft.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Verbinden mit</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Why can&apos;t %1 get in?</source>
        <translation>Warum kommt %1 nicht hinein?</translation>
    </message>
</context>
<context>
    <name>PersonImpact</name>
    <message>
        <source>%1 is signed in (%2).</source>
        <translation>%1 ist angemeldet (%2).</translation>
    </message>
    <message>
        <source>%1 is working right now.</source>
        <translation>%1 arbeitet gerade.</translation>
    </message>
    <message>
        <source>%1 is working right now, and somebody watches the screen.</source>
        <translation>%1 arbeitet gerade, und jemand sieht den Bildschirm mit.</translation>
    </message>
    <message>
        <source>%1 is disconnected (%2).</source>
        <translation>%1 ist getrennt (%2).</translation>
    </message>
    <message>
        <source>%1 is disconnected.</source>
        <translation>%1 ist getrennt.</translation>
    </message>
    <message>
        <source>%1 is signing out already.</source>
        <translation>%1 wird bereits abgemeldet.</translation>
    </message>
    <message>
        <source>The session of %1 is in this state: %2.</source>
        <extracomment>%1 is a user, %2 the state of the session</extracomment>
        <translation>Die Sitzung von %1 hat diesen Status: %2.</translation>
    </message>
    <message>
        <source>Programs that still run are closed. What is not saved is lost.</source>
        <translation>Programme, die noch laufen, werden geschlossen. Nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>Nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>There is nothing to disconnect.</source>
        <translation>Es gibt nichts zu trennen.</translation>
    </message>
    <message>
        <source>The screen closes; the programs go on running.</source>
        <translation>Der Bildschirm wird geschlossen; die Programme laufen weiter.</translation>
    </message>
    <message>
        <source>The message is seen only after connecting again.</source>
        <translation>Die Nachricht wird erst nach dem Wiederverbinden gesehen.</translation>
    </message>
    <message>
        <source>Log off %1?</source>
        <translation>%1 abmelden?</translation>
    </message>
    <message>
        <source>&amp;Log off %1</source>
        <translation>%1 a&amp;bmelden</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>&amp;Disconnect %1</source>
        <translation>%1 t&amp;rennen</translation>
    </message>
    <message>
        <source>Send a message to %1?</source>
        <translation>Nachricht an %1 senden?</translation>
    </message>
    <message>
        <source>&amp;Send to %1</source>
        <translation>An %1 s&amp;enden</translation>
    </message>
</context>
<context>
    <name>PreferenceSpec</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>A high-contrast palette of the system is left as it is.</source>
        <translation>Eine Palette des Systems mit hohem Kontrast bleibt, wie sie ist.</translation>
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
        <source>Ask for the list every</source>
        <translation>Liste abfragen alle</translation>
    </message>
    <message>
        <source>How often each server is asked who is on which machine.</source>
        <translation>Wie oft jeder Server gefragt wird, wer auf welcher Maschine ist.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation>nur auf Anforderung</translation>
    </message>
    <message>
        <source>Acts at once on one server</source>
        <translation>Aktionen gleichzeitig auf einem Server</translation>
    </message>
    <message>
        <source>More are quicker and weigh more on the server. For servers that are connected from now on.</source>
        <translation>Mehr sind schneller und belasten den Server stärker. Gilt für Server, die ab jetzt verbunden werden.</translation>
    </message>
    <message>
        <source>Look whether a log off worked for</source>
        <translation>Abmeldung verfolgen für</translation>
    </message>
    <message>
        <source>After that time a session that is still there counts as still signing out. For servers that are connected from now on.</source>
        <translation>Eine Sitzung, die nach dieser Zeit noch da ist, gilt als „Wird noch abgemeldet“. Gilt für Server, die ab jetzt verbunden werden.</translation>
    </message>
    <message>
        <source>Keep acts in the record for</source>
        <translation>Aktionen im Protokoll aufbewahren für</translation>
    </message>
    <message>
        <source>Older acts are removed from the audit log at the next start.</source>
        <translation>Ältere Aktionen werden beim nächsten Start aus dem Überwachungsprotokoll entfernt.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Report acts to the system&apos;s log, too</source>
        <translation>Aktionen auch im Systemprotokoll melden</translation>
    </message>
    <message>
        <source>Each act goes to the journal, syslog or event log of this computer as well. Takes effect at the next start.</source>
        <translation>Jede Aktion geht auch in das Journal, an syslog oder in das Ereignisprotokoll dieses Computers. Wirkt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Send a message before a log off</source>
        <translation>Vor dem Abmelden eine Nachricht senden</translation>
    </message>
    <message>
        <source>The confirmation starts with the message switched on.</source>
        <translation>In der Bestätigung ist die Nachricht von Anfang an eingeschaltet.</translation>
    </message>
    <message>
        <source>Time to save after the message</source>
        <translation>Zeit zum Speichern nach der Nachricht</translation>
    </message>
    <message>
        <source>How long users have between the message and the log off.</source>
        <translation>Wie viel Zeit Benutzer zwischen der Nachricht und der Abmeldung haben.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Log off only users who got the message</source>
        <translation>Nur Benutzer abmelden, die die Nachricht erhalten haben</translation>
    </message>
    <message>
        <source>A user whose message was not accepted is left alone.</source>
        <translation>Ein Benutzer, dessen Nachricht nicht angenommen wurde, bleibt unbehelligt.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>What a ticket looks like</source>
        <translation>Wie ein Ticket aussieht</translation>
    </message>
    <message>
        <source>A reason that looks different cannot be confirmed: * stands for any text, # for one digit. Empty: any reason.</source>
        <translation>Ein Grund, der anders aussieht, kann nicht bestätigt werden: * steht für beliebigen Text, # für eine Ziffer. Leer: jeder Grund.</translation>
    </message>
    <message>
        <source>Tell me when acts have ended</source>
        <translation>Melden, wenn Aktionen abgeschlossen sind</translation>
    </message>
    <message>
        <source>A notification of the desktop, while the window is not in use.</source>
        <translation>Eine Benachrichtigung des Desktops, während das Fenster nicht benutzt wird.</translation>
    </message>
    <message>
        <source>Ask for newer versions at</source>
        <translation>Nach neueren Versionen fragen bei</translation>
    </message>
    <message>
        <source>Asked only by Help &gt; Look for a newer version, and told nothing but the name of the program. Empty: the project&apos;s own address.</source>
        <translation>Gefragt wird nur über Hilfe &gt; Nach neuerer Version suchen; gesendet wird nur der Name des Programms. Leer: die Adresse des Projekts.</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Connect to the servers of the last time at the start</source>
        <translation>Beim Start mit den Servern des letzten Mals verbinden</translation>
    </message>
    <message>
        <source>After one refused sign-in the others of that account are left alone.</source>
        <translation>Nach einer abgelehnten Anmeldung bleiben die übrigen Server dieses Kontos unbehelligt.</translation>
    </message>
    <message>
        <source>The language of the program.</source>
        <translation>Die Sprache des Programms.</translation>
    </message>
    <message>
        <source>Where the page of a ticket is</source>
        <translation>Wo die Seite eines Tickets ist</translation>
    </message>
    <message>
        <source>{ticket} is filled in. Opened by Session &gt; Hand over to, in the browser. Empty: not offered.</source>
        <translation>{ticket} wird eingesetzt. Geöffnet über Sitzung &gt; Übergeben an, im Browser. Leer: nicht angeboten.</translation>
    </message>
</context>
<context>
    <name>SavedText</name>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>Das Gezeigte speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>ServerSign</name>
    <message>
        <source>connecting…</source>
        <translation>wird verbunden …</translation>
    </message>
    <message>
        <source>list on its way…</source>
        <translation>Liste kommt …</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>list incomplete</source>
        <translation>Liste unvollständig</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>nächste in %1</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>wieder in %1</translation>
    </message>
</context>
<context>
    <name>SessionTableModel</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Since (observed)</source>
        <translation>Seit (beobachtet)</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Logged on for</source>
        <translation>Angemeldet seit</translation>
    </message>
    <message>
        <source>Disconnected for</source>
        <translation>Getrennt seit</translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation>Leerlauf seit</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Idle / gone</source>
        <translation>Leerlauf / weg</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 on its host</source>
        <translation>%1 auf seinem Host</translation>
    </message>
    <message>
        <source>No collection</source>
        <translation>Keine Sammlung</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>TableState</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Verbindung ändern…</translation>
    </message>
    <message>
        <source>You may not see the sessions of %1</source>
        <translation>Sie dürfen die Sitzungen von %1 nicht sehen</translation>
    </message>
    <message>
        <source>Could not ask %1</source>
        <translation>%1 konnte nicht abgefragt werden</translation>
    </message>
    <message>
        <source>No server is connected</source>
        <translation>Kein Server ist verbunden</translation>
    </message>
    <message>
        <source>Connect to a Remote Desktop Connection Broker to see who is on which virtual desktop.</source>
        <translation>Verbinden Sie sich mit einem Remotedesktop-Verbindungsbroker, um zu sehen, wer auf welchem virtuellen Desktop ist.</translation>
    </message>
    <message>
        <source>Connect to server…</source>
        <translation>Mit Server verbinden…</translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation>Der Filter blendet alles aus</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird abgefragt…</translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation>Keine Sitzungen</translation>
    </message>
    <message>
        <source>Nobody has a session there right now. To an account without rights on the broker, Windows shows an empty list as well.</source>
        <translation>Dort hat gerade niemand eine Sitzung. Auch einem Konto ohne Rechte auf dem Broker zeigt Windows eine leere Liste.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Could not ask %1 again. Its sessions, greyed, are as they were %2.</source>
        <translation>%1 konnte nicht erneut abgefragt werden. Die Sitzungen sind grau dargestellt (Stand: %2).</translation>
    </message>
    <message>
        <source>The list of %1 is not complete.</source>
        <translation>Die Liste von %1 ist nicht vollständig.</translation>
    </message>
    <message>
        <source>%1 is a passive broker. The active one is %2.</source>
        <translation>%1 ist ein passiver Broker. Der aktive ist %2.</translation>
    </message>
    <message>
        <source>What a passive broker lists may be old or missing.</source>
        <translation>Was ein passiver Broker auflistet, kann veraltet sein oder fehlen.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>1 session is there, and does not match it.</source>
        <translation>1 Sitzung ist da und entspricht ihm nicht.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln sessions matches it.</source>
        <translation>
            <numerusform>Die %Ln Sitzung entspricht ihm nicht.</numerusform>
            <numerusform>Keine der %Ln Sitzungen entspricht ihm.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The server refused the sign-in; it does not say why.</source>
        <translation>Der Server hat die Anmeldung abgelehnt; er nennt keinen Grund.</translation>
    </message>
    <message>
        <source>Check user name (DOMAIN\user), password, and that the account may use remote management on this server. Repeated attempts can lock the account.</source>
        <translation>Prüfen Sie Benutzername (DOMÄNE\Benutzer) und Kennwort, und ob das Konto die Remoteverwaltung auf diesem Server verwenden darf. Wiederholte Versuche können das Konto sperren.</translation>
    </message>
    <message>
        <source>No sign-in could be prepared on this computer.</source>
        <translation>Auf diesem Computer konnte keine Anmeldung vorbereitet werden.</translation>
    </message>
    <message>
        <source>Type user name and password, or get a ticket (kinit). Check the clock and use the server&apos;s full name.</source>
        <translation>Geben Sie Benutzername und Kennwort ein, oder holen Sie ein Ticket (kinit). Prüfen Sie die Uhr, und verwenden Sie den vollständigen Namen des Servers.</translation>
    </message>
    <message>
        <source>The server does not offer the chosen way to sign in.</source>
        <translation>Der Server bietet die gewählte Anmeldemethode nicht an.</translation>
    </message>
    <message>
        <source>It offers: %1. Choose one of these, or Automatic.</source>
        <translation>Er bietet an: %1. Wählen Sie eine davon oder „Automatisch“.</translation>
    </message>
    <message>
        <source>Have the server&apos;s owner confirm the fingerprint and pin it, or choose the file with your organisation&apos;s certificate authority.</source>
        <translation>Lassen Sie sich den Fingerabdruck vom Besitzer des Servers bestätigen und legen Sie ihn fest, oder wählen Sie die Datei mit der Zertifizierungsstelle Ihrer Organisation.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here.</source>
        <translation>Dem Zertifikat des Servers wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here: %1.</source>
        <translation>Dem Zertifikat des Servers wird hier nicht vertraut: %1.</translation>
    </message>
    <message>
        <source>Something that was typed cannot be used.</source>
        <translation>Eine Eingabe kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation>Das kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>No answer came in time; the server may have acted all the same.</source>
        <translation>Es kam rechtzeitig keine Antwort; der Server kann trotzdem gehandelt haben.</translation>
    </message>
    <message>
        <source>Refresh before trying again.</source>
        <translation>Aktualisieren Sie die Liste, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>Try again; if it happens often, allow more time for a call in the connection.</source>
        <translation>Versuchen Sie es erneut; geschieht es oft, erlauben Sie in der Verbindung mehr Zeit für einen Aufruf.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came; the server may have acted.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam; der Server kann gehandelt haben.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>Die Verbindung brach ab.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The server no longer knew the sign-in, which it had accepted (HTTP 401).</source>
        <translation>Der Server kannte die Anmeldung nicht mehr, die er angenommen hatte (HTTP 401).</translation>
    </message>
    <message>
        <source>Refresh. If it happens often, have the server and what stands in between looked at; the password is not the cause.</source>
        <translation>Aktualisieren Sie die Liste. Geschieht es oft, lassen Sie den Server und das, was dazwischen liegt, prüfen; am Kennwort liegt es nicht.</translation>
    </message>
    <message>
        <source>The server does not say by which ways it lets people sign in.</source>
        <translation>Der Server sagt nicht, mit welchen Methoden man sich anmelden kann.</translation>
    </message>
    <message>
        <source>Name one: as the sign-in method of the connection, or by --auth negotiate, kerberos, ntlm or basic.</source>
        <translation>Nennen Sie eine: als Anmeldemethode der Verbindung oder mit --auth negotiate, kerberos, ntlm oder basic.</translation>
    </message>
    <message>
        <source>The server refers to another address: %1 (HTTP %2). Nobody went there.</source>
        <translation>Der Server verweist auf eine andere Adresse: %1 (HTTP %2). Dorthin wurde nicht gegangen.</translation>
    </message>
    <message>
        <source>If it is the right one, connect to it.</source>
        <translation>Ist es die richtige, verbinden Sie sich mit ihr.</translation>
    </message>
    <message>
        <source>The server refused the sign-in as too large: its token has %1 bytes (HTTP %2).</source>
        <translation>Der Server hat die Anmeldung als zu groß abgelehnt: Ihr Token hat %1 Byte (HTTP %2).</translation>
    </message>
    <message>
        <source>Accounts in hundreds of groups have large tokens. Have MaxFieldLength and MaxRequestBytes raised on the server, or use an account in fewer groups.</source>
        <translation>Konten in Hunderten von Gruppen haben große Token. Lassen Sie MaxFieldLength und MaxRequestBytes auf dem Server erhöhen, oder verwenden Sie ein Konto in weniger Gruppen.</translation>
    </message>
    <message>
        <source>The server refused the request as malformed or too long (HTTP 400).</source>
        <translation>Der Server hat die Anforderung als fehlerhaft oder zu lang abgelehnt (HTTP 400).</translation>
    </message>
    <message>
        <source>Look whether something in between changes requests, and report it with the details.</source>
        <translation>Prüfen Sie, ob etwas dazwischen Anforderungen verändert, und melden Sie es mit den Details den Entwicklern.</translation>
    </message>
    <message>
        <source>Have MaxEnvelopeSizekb raised in the WinRM settings of the server.</source>
        <translation>Lassen Sie MaxEnvelopeSizekb in den WinRM-Einstellungen des Servers erhöhen.</translation>
    </message>
    <message>
        <source>The server refused the request as too large (HTTP 413).</source>
        <translation>Der Server hat die Anforderung als zu groß abgelehnt (HTTP 413).</translation>
    </message>
    <message>
        <source>The server does not know the class that was asked for.</source>
        <translation>Der Server kennt die angefragte Klasse nicht.</translation>
    </message>
    <message>
        <source>The server does not know the class %1.</source>
        <translation>Der Server kennt die Klasse %1 nicht.</translation>
    </message>
    <message>
        <source>Check the spelling and the namespace.</source>
        <translation>Prüfen Sie die Schreibweise und den Namespace.</translation>
    </message>
    <message>
        <source>The server forbids remote management to this account (HTTP 403).</source>
        <translation>Der Server verbietet diesem Konto die Remoteverwaltung (HTTP 403).</translation>
    </message>
    <message>
        <source>Have the account added to Remote Management Users on the server.</source>
        <translation>Lassen Sie das Konto auf dem Server in die Gruppe „Remoteverwaltungsbenutzer“ aufnehmen.</translation>
    </message>
    <message>
        <source>There is no remote management at this address (HTTP 404).</source>
        <translation>Unter dieser Adresse gibt es keine Remoteverwaltung (HTTP 404).</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is overloaded or stopped (HTTP 503).</source>
        <translation>Die Remoteverwaltung des Servers ist überlastet oder beendet (HTTP 503).</translation>
    </message>
    <message>
        <source>Try again in a minute; then have the WinRM service checked.</source>
        <translation>Versuchen Sie es in einer Minute erneut; lassen Sie dann den Dienst WinRM prüfen.</translation>
    </message>
    <message>
        <source>The server answered with HTTP status %1 and no explanation.</source>
        <translation>Der Server antwortete mit dem HTTP-Status %1 und ohne Erklärung.</translation>
    </message>
    <message>
        <source>Look whether a proxy or another web server stands in between.</source>
        <translation>Prüfen Sie, ob ein Proxy oder ein anderer Webserver dazwischen steht.</translation>
    </message>
    <message>
        <source>The server said no and gave no code.</source>
        <translation>Der Server hat abgelehnt und keinen Code genannt.</translation>
    </message>
    <message>
        <source>Its own words stand in the details.</source>
        <translation>Sein eigener Wortlaut steht in den Details.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No computer of that name was found.</source>
        <translation>Es wurde kein Computer dieses Namens gefunden.</translation>
    </message>
    <message>
        <source>Check the spelling, DNS and the VPN.</source>
        <translation>Prüfen Sie die Schreibweise, DNS und das VPN.</translation>
    </message>
    <message>
        <source>The computer answers, but remote management does not.</source>
        <translation>Der Computer antwortet, die Remoteverwaltung aber nicht.</translation>
    </message>
    <message>
        <source>Check the port (5986 or 5985). On the server: winrm quickconfig.</source>
        <translation>Prüfen Sie den Port (5986 oder 5985). Auf dem Server: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>Is it on? Is the VPN up? Does a firewall let ports 5985 and 5986 through?</source>
        <translation>Ist er eingeschaltet? Steht das VPN? Lässt eine Firewall die Ports 5985 und 5986 durch?</translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation>Es kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Is this really the HTTPS port (5986)? For 5985 the address starts with http://.</source>
        <translation>Ist das wirklich der HTTPS-Port (5986)? Für 5985 beginnt die Adresse mit http://.</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one that was pinned.</source>
        <translation>Der Server zeigt ein anderes Zertifikat als das festgelegte.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner whether it was renewed. Until then do not sign in.</source>
        <translation>Fragen Sie den Besitzer des Servers, ob es erneuert wurde. Melden Sie sich bis dahin nicht an.</translation>
    </message>
    <message>
        <source>This port wants a secure connection.</source>
        <translation>Dieser Port verlangt eine sichere Verbindung.</translation>
    </message>
    <message>
        <source>Let the address start with https://.</source>
        <translation>Lassen Sie die Adresse mit https:// beginnen.</translation>
    </message>
    <message>
        <source>The password would have gone over the network unprotected, so it was not sent.</source>
        <translation>Das Kennwort wäre ungeschützt über das Netzwerk gegangen und wurde deshalb nicht gesendet.</translation>
    </message>
    <message>
        <source>Use https://, or another sign-in method than Basic.</source>
        <translation>Verwenden Sie https:// oder eine andere Anmeldemethode als Basic.</translation>
    </message>
    <message>
        <source>The server refuses messages that are not encrypted.</source>
        <translation>Der Server lehnt unverschlüsselte Nachrichten ab.</translation>
    </message>
    <message>
        <source>Use https://, or sign in with Negotiate, Kerberos or NTLM.</source>
        <translation>Verwenden Sie https://, oder melden Sie sich mit Negotiate, Kerberos oder NTLM an.</translation>
    </message>
    <message>
        <source>An answer was not protected as agreed; something in between may have changed it.</source>
        <translation>Eine Antwort war nicht so geschützt wie vereinbart; etwas dazwischen kann sie verändert haben.</translation>
    </message>
    <message>
        <source>Do not go on over this network. Use https:// and tell your security people.</source>
        <translation>Machen Sie über dieses Netzwerk nicht weiter. Verwenden Sie https://, und informieren Sie Ihre Sicherheitsabteilung.</translation>
    </message>
    <message>
        <source>Something else than Windows remote management answers at this address.</source>
        <translation>Unter dieser Adresse antwortet etwas anderes als die Windows-Remoteverwaltung.</translation>
    </message>
    <message>
        <source>Check name and port: 5986 for HTTPS, 5985 for HTTP.</source>
        <translation>Prüfen Sie Name und Port: 5986 für HTTPS, 5985 für HTTP.</translation>
    </message>
    <message>
        <source>The answer could not be understood; the server may have acted.</source>
        <translation>Die Antwort war nicht zu verstehen; der Server kann gehandelt haben.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood.</source>
        <translation>Die Antwort des Servers war nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Refresh. If it stays so, report it with the details.</source>
        <translation>Aktualisieren Sie die Liste. Bleibt es so, melden Sie es mit den Details den Entwicklern.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than this program accepts.</source>
        <translation>Die Antwort des Servers ist größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>Report it with the details.</source>
        <translation>Melden Sie es mit den Details den Entwicklern.</translation>
    </message>
    <message>
        <source>The server goes on sending a list that does not end.</source>
        <translation>Der Server sendet eine Liste, die nicht endet.</translation>
    </message>
    <message>
        <source>Try again; then have the RDMS service on the broker restarted.</source>
        <translation>Versuchen Sie es erneut; lassen Sie dann den Dienst RDMS auf dem Broker neu starten.</translation>
    </message>
    <message>
        <source>This cannot be done over this kind of connection, or not on this computer.</source>
        <translation>Das ist über eine solche Verbindung oder auf diesem Computer nicht möglich.</translation>
    </message>
    <message>
        <source>Choose another kind of connection.</source>
        <translation>Wählen Sie eine andere Art von Verbindung.</translation>
    </message>
    <message>
        <source>The audit log could not be written, so nothing was done.</source>
        <translation>Das Überwachungsprotokoll konnte nicht geschrieben werden, deshalb wurde nichts getan.</translation>
    </message>
    <message>
        <source>Free some disk space or check the rights on the audit log, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder prüfen Sie die Rechte am Überwachungsprotokoll, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This computer is short of memory or of open files, or too many calls are still hanging.</source>
        <translation>Auf diesem Computer fehlt Speicher, es sind zu viele Dateien geöffnet, oder zu viele Aufrufe warten noch auf Antwort.</translation>
    </message>
    <message>
        <source>Wait for the running calls, or start the program anew.</source>
        <translation>Warten Sie auf die laufenden Aufrufe, oder starten Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Nothing was done: another user has this session now.</source>
        <translation>Nichts wurde getan: Die Sitzung gehört jetzt einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>Refresh, and choose again if you still need to.</source>
        <translation>Aktualisieren Sie die Liste, und wählen Sie neu aus, wenn es noch nötig ist.</translation>
    </message>
    <message>
        <source>Nothing was done: the session now belongs to another virtual machine.</source>
        <translation>Nichts wurde getan: Die Sitzung gehört jetzt zu einer anderen virtuellen Maschine.</translation>
    </message>
    <message>
        <source>Nothing was done: the user has come back and is working again.</source>
        <translation>Nichts wurde getan: Der Benutzer ist zurück und arbeitet wieder.</translation>
    </message>
    <message>
        <source>Call or message the user first.</source>
        <translation>Rufen Sie den Benutzer zuerst an, oder schreiben Sie ihm.</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Benutzer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 VM host</source>
        <translation>1 Virtualisierungshost</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts</source>
        <translation>
            <numerusform>%Ln Virtualisierungshost</numerusform>
            <numerusform>%Ln Virtualisierungshosts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Log off %1 on %2?</source>
        <translation>%1 auf %2 abmelden?</translation>
    </message>
    <message>
        <source>Disconnect %1 on %2?</source>
        <translation>%1 auf %2 trennen?</translation>
    </message>
    <message>
        <source>Send a message to %1 on %2?</source>
        <translation>Nachricht an %1 auf %2 senden?</translation>
    </message>
    <message>
        <source>Log off %1</source>
        <translation>%1 abmelden</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>Their programs are closed, and work that is not saved is lost.</source>
        <translation>Die Programme werden geschlossen; nicht gespeicherte Arbeit geht verloren.</translation>
    </message>
    <message>
        <source>Their screens close; the programs go on running, and they can connect again.</source>
        <translation>Die Bildschirme werden geschlossen; die Programme laufen weiter, und die Benutzer können sich wieder verbinden.</translation>
    </message>
    <message>
        <source>A window with the message appears in their sessions. It cannot be taken back.</source>
        <translation>In den Sitzungen erscheint ein Fenster mit der Nachricht. Sie kann nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>1 active user will lose unsaved work</source>
        <translation>1 aktiver Benutzer verliert nicht gespeicherte Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active users will lose unsaved work</source>
        <translation>
            <numerusform>%Ln aktiver Benutzer verliert nicht gespeicherte Arbeit</numerusform>
            <numerusform>%Ln aktive Benutzer verlieren nicht gespeicherte Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session under remote control will lose unsaved work</source>
        <translation>1 Sitzung unter Remoteüberwachung verliert nicht gespeicherte Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions under remote control will lose unsaved work</source>
        <translation>
            <numerusform>%Ln Sitzung unter Remoteüberwachung verliert nicht gespeicherte Arbeit</numerusform>
            <numerusform>%Ln Sitzungen unter Remoteüberwachung verlieren nicht gespeicherte Arbeit</numerusform>
        </translation>
    </message>
    <message>
        <source>1 disconnected user: programs that still run are closed</source>
        <translation>1 getrennter Benutzer: noch laufende Programme werden geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disconnected users: programs that still run are closed</source>
        <translation>
            <numerusform>%Ln getrennter Benutzer: noch laufende Programme werden geschlossen</numerusform>
            <numerusform>%Ln getrennte Benutzer: noch laufende Programme werden geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session is signing out already</source>
        <translation>1 Sitzung wird bereits abgemeldet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are signing out already</source>
        <translation>
            <numerusform>%Ln Sitzung wird bereits abgemeldet</numerusform>
            <numerusform>%Ln Sitzungen werden bereits abgemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 active user is interrupted</source>
        <translation>1 aktiver Benutzer wird unterbrochen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active users are interrupted</source>
        <translation>
            <numerusform>%Ln aktiver Benutzer wird unterbrochen</numerusform>
            <numerusform>%Ln aktive Benutzer werden unterbrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 user is disconnected already</source>
        <translation>1 Benutzer ist bereits getrennt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are disconnected already</source>
        <translation>
            <numerusform>%Ln Benutzer ist bereits getrennt</numerusform>
            <numerusform>%Ln Benutzer sind bereits getrennt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 disconnected user sees it only after connecting again</source>
        <translation>1 getrennter Benutzer sieht sie erst, wenn er sich wieder verbindet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disconnected users see it only after connecting again</source>
        <translation>
            <numerusform>%Ln getrennter Benutzer sieht sie erst, wenn er sich wieder verbindet</numerusform>
            <numerusform>%Ln getrennte Benutzer sehen sie erst, wenn sie sich wieder verbinden</numerusform>
        </translation>
    </message>
    <message>
        <source>(nobody signed in)</source>
        <translation>(niemand angemeldet)</translation>
    </message>
    <message>
        <source>The session is gone: the user is signed out.</source>
        <translation>Die Sitzung ist beendet: Der Benutzer ist abgemeldet.</translation>
    </message>
    <message>
        <source>The user is disconnected; the programs still run.</source>
        <translation>Der Benutzer ist getrennt; die Programme laufen weiter.</translation>
    </message>
    <message>
        <source>Windows took the message. Whether it was read is not known.</source>
        <translation>Windows hat die Nachricht angenommen. Ob sie gelesen wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Ask for administrator rights on that VM host, or use an account that has them.</source>
        <translation>Bitten Sie um Administratorrechte auf diesem Virtualisierungshost, oder verwenden Sie ein Konto, das sie hat.</translation>
    </message>
    <message>
        <source>It was not done, and no reason was given.</source>
        <translation>Es wurde nicht ausgeführt, und es wurde kein Grund genannt.</translation>
    </message>
    <message>
        <source>Refresh, then try once more.</source>
        <translation>Aktualisieren Sie die Liste, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Windows took the request, but whether it was done could not be seen.</source>
        <translation>Windows hat die Anforderung angenommen, aber es war nicht zu sehen, ob sie ausgeführt wurde.</translation>
    </message>
    <message>
        <source>Whether it was done is not known.</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. %1</source>
        <translation>Ob es ausgeführt wurde, ist nicht bekannt. %1</translation>
    </message>
    <message>
        <source>The server answered that there is no such session, but it is still there.</source>
        <translation>Der Server antwortete, eine solche Sitzung gebe es nicht, aber sie ist noch da.</translation>
    </message>
    <message>
        <source>Windows took the request, but the session is still there: it is signing out.</source>
        <translation>Windows hat die Anforderung angenommen, aber die Sitzung ist noch da: Sie wird abgemeldet.</translation>
    </message>
    <message>
        <source>Look again in two minutes. If it stays, a program refuses to close or the profile hangs: the VM host needs attention.</source>
        <translation>Sehen Sie in zwei Minuten wieder nach. Bleibt sie, lässt sich ein Programm nicht schließen, oder das Profil hängt: Der Virtualisierungshost braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>Windows took the request, but the session is still connected.</source>
        <translation>Windows hat die Anforderung angenommen, aber die Sitzung ist noch verbunden.</translation>
    </message>
    <message>
        <source>Look again in a minute, then try once more.</source>
        <translation>Sehen Sie in einer Minute wieder nach, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The session was already gone; there was nothing to do.</source>
        <translation>Die Sitzung war bereits beendet; es gab nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing was done: the session is no longer what was confirmed.</source>
        <translation>Nichts wurde getan: Die Sitzung ist nicht mehr die, die bestätigt wurde.</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent; nothing was done.</source>
        <translation>Abgebrochen, bevor etwas gesendet wurde; nichts wurde getan.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Nachricht gesendet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Remote management</source>
        <translation>Remoteverwaltung</translation>
    </message>
    <message>
        <source>Sign-in methods</source>
        <translation>Anmeldemethoden</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>RDS management</source>
        <translation>RDS-Verwaltung</translation>
    </message>
    <message>
        <source>Virtual desktop sessions</source>
        <translation>Sitzungen virtueller Desktops</translation>
    </message>
    <message>
        <source>List of sessions</source>
        <translation>Liste der Sitzungen</translation>
    </message>
    <message>
        <source>Active broker</source>
        <translation>Aktiver Broker</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Is the server&apos;s name known?</source>
        <translation>Ist der Name des Servers bekannt?</translation>
    </message>
    <message>
        <source>Does anything answer on the port?</source>
        <translation>Antwortet etwas auf dem Port?</translation>
    </message>
    <message>
        <source>Is the connection secure, and the certificate trusted?</source>
        <translation>Ist die Verbindung sicher, und wird dem Zertifikat vertraut?</translation>
    </message>
    <message>
        <source>Is it Windows remote management that answers?</source>
        <translation>Ist es die Windows-Remoteverwaltung, die antwortet?</translation>
    </message>
    <message>
        <source>Which ways to sign in does the server offer?</source>
        <translation>Welche Anmeldemethoden bietet der Server an?</translation>
    </message>
    <message>
        <source>Does the server accept the credentials?</source>
        <translation>Akzeptiert der Server die Anmeldeinformationen?</translation>
    </message>
    <message>
        <source>Is this server a Connection Broker, and may you ask it?</source>
        <translation>Ist dieser Server ein Verbindungsbroker, und dürfen Sie ihn abfragen?</translation>
    </message>
    <message>
        <source>Does it know virtual desktop sessions?</source>
        <translation>Kennt er Sitzungen virtueller Desktops?</translation>
    </message>
    <message>
        <source>May you list the sessions?</source>
        <translation>Dürfen Sie die Sitzungen auflisten?</translation>
    </message>
    <message>
        <source>Is this the active broker of its deployment?</source>
        <translation>Ist das der aktive Broker seiner Bereitstellung?</translation>
    </message>
    <message>
        <source>Which servers belong to the deployment?</source>
        <translation>Welche Server gehören zur Bereitstellung?</translation>
    </message>
    <message>
        <source>Passed.</source>
        <translation>Bestanden.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Wird verbunden</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Remoteüberwachung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Listener</translation>
    </message>
    <message>
        <source>Signing out</source>
        <translation>Wird abgemeldet</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Unbekannt (%1)</translation>
    </message>
    <message>
        <source>Somebody is working in it now.</source>
        <translation>Jemand arbeitet gerade darin.</translation>
    </message>
    <message>
        <source>A client is connected, but nobody has signed in yet.</source>
        <translation>Ein Client ist verbunden, aber noch niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>A client is connecting right now.</source>
        <translation>Ein Client verbindet sich gerade.</translation>
    </message>
    <message>
        <source>It is being remote-controlled, or controls another session.</source>
        <translation>Die Sitzung steht unter Remoteüberwachung oder überwacht eine andere.</translation>
    </message>
    <message>
        <source>The user left; the programs still run.</source>
        <translation>Der Benutzer ist gegangen; die Programme laufen noch.</translation>
    </message>
    <message>
        <source>It waits for a client. This says nothing about an idle user.</source>
        <translation>Die Sitzung wartet auf einen Client. Über einen untätigen Benutzer sagt das nichts.</translation>
    </message>
    <message>
        <source>It only listens for connections; there is nobody in it.</source>
        <translation>Wartet nur auf Verbindungen; niemand ist darin.</translation>
    </message>
    <message>
        <source>It is being signed out now. Wait, then look again.</source>
        <translation>Die Sitzung wird gerade abgemeldet. Warten Sie, und sehen Sie dann wieder nach.</translation>
    </message>
    <message>
        <source>It is broken and being torn down. If it stays, the VM host needs attention.</source>
        <translation>Die Sitzung ist defekt und wird abgebaut. Bleibt sie, braucht der Virtualisierungshost Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>It is just starting.</source>
        <translation>Die Sitzung wird gerade gestartet.</translation>
    </message>
    <message>
        <source>The server did not tell the state.</source>
        <translation>Der Server hat den Status nicht mitgeteilt.</translation>
    </message>
    <message>
        <source>The server reports a state that is not documented.</source>
        <translation>Der Server meldet einen Status, der nicht dokumentiert ist.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>WinRM over HTTPS</source>
        <translation>WinRM über HTTPS</translation>
    </message>
    <message>
        <source>WinRM over HTTP</source>
        <translation>WinRM über HTTP</translation>
    </message>
    <message>
        <source>WMI over DCOM</source>
        <translation>WMI über DCOM</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Negotiate</source>
        <translation>Negotiate</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>NTLM</source>
        <translation>NTLM</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Clientzertifikat</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>The server answered with a code that is not documented.</source>
        <translation>Der Server antwortete mit einem Code, der nicht dokumentiert ist.</translation>
    </message>
    <message>
        <source>Refresh to see what became of it; give the code to those who look after the server.</source>
        <translation>Aktualisieren Sie die Liste, um zu sehen, was daraus wurde; nennen Sie den Code den Betreuern des Servers.</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In Warteschlange</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Already gone</source>
        <translation>Bereits beendet</translation>
    </message>
    <message>
        <source>Still signing out</source>
        <translation>Wird noch abgemeldet</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer if you need it.</source>
        <translation>Fragen Sie den Administrator dieses Computers, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>The policy file of this computer cannot be understood: until it is mended, nothing can be done here but look.</source>
        <translation>Die Richtliniendatei dieses Computers ist nicht zu verstehen: Bis sie berichtigt ist, kann hier nur zugesehen werden.</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer to mend it.</source>
        <translation>Bitten Sie den Administrator dieses Computers, sie zu berichtigen.</translation>
    </message>
    <message>
        <source>Policy allows nothing on this computer but to look.</source>
        <translation>Die Richtlinie erlaubt auf diesem Computer nur zuzusehen.</translation>
    </message>
    <message>
        <source>Policy does not allow this action on this computer.</source>
        <translation>Die Richtlinie erlaubt diese Aktion auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Choose fewer sessions.</source>
        <translation>Wählen Sie weniger Sitzungen aus.</translation>
    </message>
    <message>
        <source>Policy asks for a reason or a ticket number.</source>
        <translation>Die Richtlinie verlangt einen Grund oder eine Ticketnummer.</translation>
    </message>
    <message>
        <source>Give the reason for the record.</source>
        <translation>Nennen Sie den Grund für das Protokoll.</translation>
    </message>
    <message>
        <source>Policy does not allow this kind of connection on this computer.</source>
        <translation>Die Richtlinie erlaubt eine solche Verbindung auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Probably a ghost: its virtual machine is turned off.</source>
        <translation>Vermutlich eine Geistersitzung: Ihre virtuelle Maschine ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Probably a ghost: its virtual machine is saved to disk and does not run.</source>
        <translation>Vermutlich eine Geistersitzung: Ihre virtuelle Maschine ist gespeichert und läuft nicht.</translation>
    </message>
    <message>
        <source>Probably a ghost: on this virtual machine the broker names another user, %1.</source>
        <translation>Vermutlich eine Geistersitzung: Auf dieser virtuellen Maschine nennt der Broker einen anderen Benutzer, %1.</translation>
    </message>
    <message>
        <source>Probably a ghost: this virtual machine is now assigned to another user, %1.</source>
        <translation>Vermutlich eine Geistersitzung: Diese virtuelle Maschine ist jetzt einem anderen Benutzer zugewiesen, %1.</translation>
    </message>
    <message>
        <source>%1, with gaps</source>
        <extracomment>For so long a session has been seen in its state, but Deskwarden did not run all the time.</extracomment>
        <translation>%1, mit Lücken</translation>
    </message>
    <message>
        <source>Disconnected since %1, says the broker.</source>
        <translation>Getrennt seit %1, laut Broker.</translation>
    </message>
    <message>
        <source>It was like this already when it was first seen from here, at %1.</source>
        <translation>Es war schon so, als es von hier aus zuerst beobachtet wurde, um %1.</translation>
    </message>
    <message>
        <source>It was seen from here to become so at %1.</source>
        <translation>Die Änderung wurde von hier aus um %1 beobachtet.</translation>
    </message>
    <message>
        <source>It was seen like this from here at %1, and is again. In between, Deskwarden did not run all the time.</source>
        <translation>Es wurde von hier aus um %1 so beobachtet und ist wieder so. Dazwischen lief Deskwarden nicht die ganze Zeit.</translation>
    </message>
    <message>
        <source>%1 (seen)</source>
        <extracomment>In the table: for so long a session is disconnected, as seen from here. %1 is a time such as 35 min.
----------
For so long a session is disconnected, as seen from here; the broker does not tell.</extracomment>
        <translation>%1 (beobachtet)</translation>
    </message>
    <message>
        <source>This user has sessions on several virtual machines.</source>
        <translation>Dieser Benutzer hat Sitzungen auf mehreren virtuellen Maschinen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Collection alias</source>
        <translation>Alias der Sammlung</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Session ID (on host)</source>
        <translation>Sitzungs-ID (auf dem Host)</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Logged on</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation>Leerlauf seit</translation>
    </message>
    <message>
        <source>In this state (seen)</source>
        <translation>In diesem Status (beobachtet)</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Ghost? %1</source>
        <extracomment>In the table&apos;s state column. %1 is the state, such as Disconnected; the session is probably not there any more.</extracomment>
        <translation>Geist? %1</translation>
    </message>
    <message>
        <source>A proxy stands in between and wants a sign-in of its own (HTTP 407).</source>
        <translation>Ein Proxy steht dazwischen und verlangt eine eigene Anmeldung (HTTP 407).</translation>
    </message>
    <message>
        <source>Have the server&apos;s name excepted from the proxy.</source>
        <translation>Lassen Sie den Namen des Servers vom Proxy ausnehmen.</translation>
    </message>
    <message>
        <source>Check the port: 5986 for HTTPS, 5985 for HTTP. On the server: winrm quickconfig.</source>
        <translation>Prüfen Sie den Port: 5986 für HTTPS, 5985 für HTTP. Auf dem Server: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The server knows this account, but does not let it manage remotely.</source>
        <translation>Der Server kennt dieses Konto, erlaubt ihm aber keine Remoteverwaltung.</translation>
    </message>
    <message>
        <source>Have it added to Remote Management Users, or to the administrators, on the server.</source>
        <translation>Lassen Sie es auf dem Server in die Gruppe „Remoteverwaltungsbenutzer“ oder unter die Administratoren aufnehmen.</translation>
    </message>
    <message>
        <source>Connect to %1 instead: it is the active broker of this deployment.</source>
        <translation>Verbinden Sie sich stattdessen mit %1: Das ist der aktive Broker dieser Bereitstellung.</translation>
    </message>
    <message>
        <source>Nothing was done: the message has not reached the user for certain.</source>
        <translation>Nichts wurde getan: Es ist nicht sicher, dass die Nachricht den Benutzer erreicht hat.</translation>
    </message>
    <message>
        <source>Call the user, or log off without waiting for the message.</source>
        <translation>Rufen Sie den Benutzer an, oder melden Sie ihn ab, ohne auf die Nachricht zu warten.</translation>
    </message>
    <message>
        <source>Told, waits</source>
        <translation>Benachrichtigt, wartet</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Protokolliert</translation>
    </message>
    <message>
        <source>Log-off in %1</source>
        <translation>Abmeldung in %1</translation>
    </message>
    <message>
        <source>Disconnect in %1</source>
        <translation>Trennung in %1</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Nachricht in %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is made out for another name: %1.</source>
        <translation>Das Zertifikat des Servers ist auf einen anderen Namen ausgestellt: %1.</translation>
    </message>
    <message>
        <source>Connect by a name that stands in it, or have the server&apos;s owner confirm the fingerprint and pin it.</source>
        <translation>Verbinden Sie sich mit einem Namen, der darin steht, oder lassen Sie sich den Fingerabdruck vom Besitzer des Servers bestätigen und legen Sie ihn fest.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not log off on VM host %1.</source>
        <translation>Sie dürfen auf dem Broker Sitzungen auflisten, aber auf dem Virtualisierungshost %1 nicht abmelden.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not disconnect them on VM host %1.</source>
        <translation>Sie dürfen auf dem Broker Sitzungen auflisten, aber auf dem Virtualisierungshost %1 nicht trennen.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not send messages on VM host %1.</source>
        <translation>Sie dürfen auf dem Broker Sitzungen auflisten, aber auf dem Virtualisierungshost %1 keine Nachrichten senden.</translation>
    </message>
    <message>
        <source>nobody is signed in there</source>
        <translation>dort ist niemand angemeldet</translation>
    </message>
    <message>
        <source>it is the listener for connections, not a session</source>
        <translation>es ist der Listener für Verbindungen, keine Sitzung</translation>
    </message>
    <message>
        <source>it is your own session</source>
        <translation>es ist Ihre eigene Sitzung</translation>
    </message>
    <message>
        <source>policy protects this account</source>
        <translation>die Richtlinie schützt dieses Konto</translation>
    </message>
    <message>
        <source>policy protects this VM host</source>
        <translation>die Richtlinie schützt diesen Virtualisierungshost</translation>
    </message>
    <message>
        <source>Nothing was done: %1 has this session now, not %2.</source>
        <translation>Nichts wurde getan: Die Sitzung gehört jetzt %1, nicht %2.</translation>
    </message>
    <message>
        <source>Nothing was done: the session is now on virtual machine %1, not on %2.</source>
        <translation>Nichts wurde getan: Die Sitzung ist jetzt auf der virtuellen Maschine %1, nicht auf %2.</translation>
    </message>
    <message>
        <source>Nothing was done: the user has come back and is working again (%1, was %2).</source>
        <translation>Nichts wurde getan: Der Benutzer ist zurück und arbeitet wieder (%1, vorher %2).</translation>
    </message>
    <message>
        <source>Nothing was done: the server knows no VM host of this name.</source>
        <translation>Nichts wurde getan: Der Server kennt keinen Virtualisierungshost dieses Namens.</translation>
    </message>
    <message>
        <source>Give the name as the list shows it.</source>
        <translation>Geben Sie den Namen so an, wie die Liste ihn zeigt.</translation>
    </message>
    <message>
        <source>the list has this host and session ID more than once</source>
        <translation>die Liste enthält diesen Host und diese Sitzungs-ID mehrfach</translation>
    </message>
    <message>
        <source>Names that come near: %1.</source>
        <translation>Ähnliche Namen: %1.</translation>
    </message>
    <message>
        <source>Rows without a readable host or session ID, which are not shown: %1.</source>
        <translation>Zeilen ohne lesbaren Host oder lesbare Sitzungs-ID, die nicht angezeigt werden: %1.</translation>
    </message>
    <message>
        <source>Rows that repeat the host and session ID of another one: %1. Of each such session the first row is shown, and nothing is done to it.</source>
        <translation>Zeilen, die Host und Sitzungs-ID einer anderen wiederholen: %1. Von jeder solchen Sitzung wird die erste Zeile angezeigt, und mit ihr wird nichts getan.</translation>
    </message>
    <message>
        <source>Check the port (5986). The details say what the TLS library makes of it.</source>
        <translation>Prüfen Sie den Port (5986). Was die TLS-Bibliothek dazu sagt, steht in den Details.</translation>
    </message>
    <message>
        <source>Type the broker&apos;s full name, such as broker.example.com.</source>
        <translation>Geben Sie den vollständigen Namen des Brokers ein, etwa broker.example.com.</translation>
    </message>
    <message>
        <source>The address is too long for a server name.</source>
        <translation>Die Adresse ist für einen Servernamen zu lang.</translation>
    </message>
    <message>
        <source>An address starts with https://, http:// or wmi://, or is a bare server name.</source>
        <translation>Eine Adresse beginnt mit https://, http:// oder wmi:// oder ist nur ein Servername.</translation>
    </message>
    <message>
        <source>After demo: type the number of sessions, at most 1000000, or nothing.</source>
        <translation>Nach demo: steht die Zahl der Sitzungen, höchstens 1000000, oder nichts.</translation>
    </message>
    <message>
        <source>The address has an opening [ without its ].</source>
        <translation>Die Adresse hat eine öffnende [ ohne ihre ].</translation>
    </message>
    <message>
        <source>Between [ and ] an IPv6 address is expected.</source>
        <translation>Zwischen [ und ] wird eine IPv6-Adresse erwartet.</translation>
    </message>
    <message>
        <source>After the ] only a port such as :5986 may follow.</source>
        <translation>Nach der ] darf nur ein Port wie :5986 folgen.</translation>
    </message>
    <message>
        <source>Put an IPv6 address into brackets: [::1].</source>
        <translation>Setzen Sie eine IPv6-Adresse in Klammern: [::1].</translation>
    </message>
    <message>
        <source>A server name has letters, digits, dots and hyphens only.</source>
        <translation>Ein Servername besteht nur aus Buchstaben, Ziffern, Punkten und Bindestrichen.</translation>
    </message>
    <message>
        <source>An address holds no user and no password: give the user apart from it.</source>
        <translation>Eine Adresse enthält weder Benutzer noch Kennwort: Geben Sie den Benutzer getrennt davon an.</translation>
    </message>
    <message>
        <source>After the server&apos;s name and port only /wsman may follow.</source>
        <translation>Nach Name und Port des Servers darf nur /wsman folgen.</translation>
    </message>
    <message>
        <source>A port needs https:// or http:// in front of the name.</source>
        <translation>Ein Port verlangt https:// oder http:// vor dem Namen.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>A fingerprint has hexadecimal digits, colons and spaces only.</source>
        <translation>Ein Fingerabdruck besteht nur aus Hexadezimalziffern, Doppelpunkten und Leerzeichen.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits; this one has %1.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 Hexadezimalziffern; dieser hat %1.</translation>
    </message>
    <message>
        <source>This is a SHA-1 thumbprint, which Windows shows; type the SHA-256 fingerprint of 64 hexadecimal digits.</source>
        <translation>Das ist ein SHA-1-Fingerabdruck, wie ihn Windows zeigt; geben Sie den SHA-256-Fingerabdruck mit 64 Hexadezimalziffern ein.</translation>
    </message>
    <message>
        <source>The ways to sign in are negotiate, kerberos, ntlm, basic and certificate.</source>
        <translation>Die Anmeldemethoden sind negotiate, kerberos, ntlm, basic und certificate.</translation>
    </message>
    <message>
        <source>Basic allows no colon in a user name.</source>
        <translation>Basic erlaubt keinen Doppelpunkt im Benutzernamen.</translation>
    </message>
    <message>
        <source>Choose another way to sign in.</source>
        <translation>Wählen Sie eine andere Anmeldemethode.</translation>
    </message>
    <message>
        <source>Signing in by a certificate needs a secure connection.</source>
        <translation>Die Anmeldung mit einem Zertifikat verlangt eine sichere Verbindung.</translation>
    </message>
    <message>
        <source>No certificate to sign in with was chosen.</source>
        <translation>Es wurde kein Zertifikat für die Anmeldung gewählt.</translation>
    </message>
    <message>
        <source>Choose the file with your certificate.</source>
        <translation>Wählen Sie die Datei mit Ihrem Zertifikat.</translation>
    </message>
    <message>
        <source>DCOM does not have this way to sign in.</source>
        <translation>DCOM kennt diese Anmeldemethode nicht.</translation>
    </message>
    <message>
        <source>Choose Automatic, Negotiate, Kerberos or NTLM.</source>
        <translation>Wählen Sie „Automatisch“, Negotiate, Kerberos oder NTLM.</translation>
    </message>
    <message>
        <source>DCOM (wmi://) is there on Windows only.</source>
        <translation>DCOM (wmi://) gibt es nur unter Windows.</translation>
    </message>
    <message>
        <source>Use https:// or http:// with the broker&apos;s name.</source>
        <translation>Verwenden Sie https:// oder http:// mit dem Namen des Brokers.</translation>
    </message>
    <message>
        <source>The file with the certificate authorities cannot be read: %1.</source>
        <translation>Die Datei mit den Zertifizierungsstellen kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Check its name and your rights on it.</source>
        <translation>Prüfen Sie ihren Namen und Ihre Rechte daran.</translation>
    </message>
    <message>
        <source>The file with the certificate authorities holds no certificate: %1.</source>
        <translation>Die Datei mit den Zertifizierungsstellen enthält kein Zertifikat: %1.</translation>
    </message>
    <message>
        <source>Choose a file in PEM or DER form (.pem, .crt, .cer).</source>
        <translation>Wählen Sie eine Datei im PEM- oder DER-Format (.pem, .crt, .cer).</translation>
    </message>
    <message>
        <source>The file with your certificate cannot be read: %1.</source>
        <translation>Die Datei mit Ihrem Zertifikat kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Check its name, your rights on it, and its form: PEM, on Windows PFX.</source>
        <translation>Prüfen Sie ihren Namen, Ihre Rechte daran und ihr Format: PEM, unter Windows PFX.</translation>
    </message>
    <message>
        <source>The private key of your certificate cannot be read: %1.</source>
        <translation>Der private Schlüssel Ihres Zertifikats kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The private key of your certificate is encrypted: %1.</source>
        <translation>Der private Schlüssel Ihres Zertifikats ist verschlüsselt: %1.</translation>
    </message>
    <message>
        <source>Take its passphrase away, in a copy that only you can read: openssl pkey -in OLD -out NEW.</source>
        <translation>Entfernen Sie die Passphrase in einer Kopie, die nur Sie lesen können: openssl pkey -in ALT -out NEU.</translation>
    </message>
    <message>
        <source>The private key belongs to another certificate: %1.</source>
        <translation>Der private Schlüssel gehört zu einem anderen Zertifikat: %1.</translation>
    </message>
    <message>
        <source>Choose the key that was made for your certificate.</source>
        <translation>Wählen Sie den Schlüssel, der für Ihr Zertifikat erstellt wurde.</translation>
    </message>
    <message>
        <source>What answers at this port does not speak TLS.</source>
        <translation>Was auf diesem Port antwortet, spricht kein TLS.</translation>
    </message>
    <message>
        <source>The server offers only old versions of TLS (1.0 or 1.1), which are not safe.</source>
        <translation>Der Server bietet nur alte Versionen von TLS an (1.0 oder 1.1), die nicht sicher sind.</translation>
    </message>
    <message>
        <source>Have TLS 1.2 switched on at the server.</source>
        <translation>Lassen Sie auf dem Server TLS 1.2 einschalten.</translation>
    </message>
    <message>
        <source>The server and this computer have no cipher in common that is safe.</source>
        <translation>Der Server und dieser Computer haben kein gemeinsames sicheres Verschlüsselungsverfahren.</translation>
    </message>
    <message>
        <source>Have the ciphers and the certificate&apos;s key of the server renewed.</source>
        <translation>Lassen Sie die Verschlüsselungsverfahren und den Zertifikatschlüssel des Servers erneuern.</translation>
    </message>
    <message>
        <source>The server does not know itself by this name.</source>
        <translation>Der Server kennt sich unter diesem Namen nicht.</translation>
    </message>
    <message>
        <source>Connect by the name that stands in its certificate.</source>
        <translation>Verbinden Sie sich mit dem Namen, der in seinem Zertifikat steht.</translation>
    </message>
    <message>
        <source>The server wants a client certificate, and none was shown.</source>
        <translation>Der Server verlangt ein Clientzertifikat, und es wurde keines gezeigt.</translation>
    </message>
    <message>
        <source>Choose the sign-in method Certificate with your certificate (on the command line: --client-cert), or have the server not ask for one.</source>
        <translation>Wählen Sie die Anmeldemethode „Clientzertifikat“ mit Ihrem Zertifikat (in der Befehlszeile: --client-cert), oder lassen Sie die Forderung auf dem Server abschalten.</translation>
    </message>
    <message>
        <source>The server does not accept your client certificate.</source>
        <translation>Der Server akzeptiert Ihr Clientzertifikat nicht.</translation>
    </message>
    <message>
        <source>Check that it is still valid and that the server trusts the authority that issued it.</source>
        <translation>Prüfen Sie, ob es noch gültig ist und ob der Server der Zertifizierungsstelle vertraut, die es ausgestellt hat.</translation>
    </message>
    <message>
        <source>The audit log was tampered with or damaged, so nothing was done.</source>
        <translation>Das Überwachungsprotokoll wurde manipuliert oder beschädigt, deshalb wurde nichts getan.</translation>
    </message>
    <message>
        <source>Keep a copy of it and report it. Acts go out again once an operator has acknowledged the damage: in the audit log&apos;s window after Verify, or by deskwarden-cli audit --acknowledge.</source>
        <translation>Bewahren Sie eine Kopie davon auf, und melden Sie es. Aktionen werden wieder ausgeführt, sobald ein Operator den Schaden zur Kenntnis genommen hat: im Fenster des Überwachungsprotokolls nach „Überprüfen“ oder mit deskwarden-cli audit --acknowledge.</translation>
    </message>
    <message>
        <source>A link looks like deskwarden://find?user=NAME&amp;server=NAME&amp;ticket=TEXT; this one does not, or is too long, and nothing of it is used.</source>
        <translation>Ein Link sieht so aus: deskwarden://find?user=NAME&amp;server=NAME&amp;ticket=TEXT; dieser sieht anders aus oder ist zu lang, und nichts davon wird verwendet.</translation>
    </message>
    <message>
        <source>Policy wants every act in this computer&apos;s log, which did not take it: nothing was done.</source>
        <translation>Die Richtlinie verlangt jede Aktion im Protokoll dieses Computers, das sie nicht angenommen hat: Nichts wurde getan.</translation>
    </message>
    <message>
        <source>Have the administrator of this computer see to journald, syslog or the event log.</source>
        <translation>Bitten Sie den Administrator dieses Computers, journald, syslog oder das Ereignisprotokoll zu prüfen.</translation>
    </message>
    <message>
        <source>idle %1</source>
        <extracomment>In the table: nobody has used the session for so long. %1 is a time such as 35 min.</extracomment>
        <translation>Leerlauf %1</translation>
    </message>
    <message>
        <source>%1+ (seen)</source>
        <extracomment>In the table: a session is disconnected for at least so long, as seen from here. %1 is a time such as 35 min.</extracomment>
        <translation>ab %1 (beobachtet)</translation>
    </message>
    <message>
        <source>Nobody has used it for %1, says the broker.</source>
        <translation>Laut Broker hat sie seit %1 niemand benutzt.</translation>
    </message>
    <message>
        <source>Policy wants reasons that look like %1.</source>
        <translation>Die Richtlinie verlangt Gründe, die wie %1 aussehen.</translation>
    </message>
    <message>
        <source>* stands for any text, # for one digit.</source>
        <translation>* steht für beliebigen Text, # für eine Ziffer.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Unused for longest</source>
        <translation>Am längsten unbenutzt</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>The DNS names no directory server of this domain.</source>
        <translation>Das DNS nennt keinen Verzeichnisserver dieser Domäne.</translation>
    </message>
    <message>
        <source>Check the domain&apos;s name, or type the address of a server, as in ldaps://dc1.corp.example.</source>
        <translation>Prüfen Sie den Namen der Domäne, oder geben Sie die Adresse eines Servers ein, etwa ldaps://dc1.corp.example.</translation>
    </message>
    <message>
        <source>The directory does not answer.</source>
        <translation>Das Verzeichnis antwortet nicht.</translation>
    </message>
    <message>
        <source>Is the VPN up? Does a firewall let ports 636 and 389 through?</source>
        <translation>Steht das VPN? Lässt eine Firewall die Ports 636 und 389 durch?</translation>
    </message>
    <message>
        <source>The connection to the directory broke.</source>
        <translation>Die Verbindung zum Verzeichnis ist abgebrochen.</translation>
    </message>
    <message>
        <source>No secure connection to the directory came about, so nothing was asked.</source>
        <translation>Es kam keine sichere Verbindung zum Verzeichnis zustande, deshalb wurde nichts gefragt.</translation>
    </message>
    <message>
        <source>The server needs a certificate for LDAPS or StartTLS. Check the port: 636 with ldaps://, 389 with ldap://.</source>
        <translation>Der Server braucht ein Zertifikat für LDAPS oder StartTLS. Prüfen Sie den Port: 636 bei ldaps://, 389 bei ldap://.</translation>
    </message>
    <message>
        <source>The directory&apos;s certificate is not trusted here, or made out for another name.</source>
        <translation>Dem Zertifikat des Verzeichnisses wird hier nicht vertraut, oder es ist auf einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>Use the server&apos;s full name, or choose the file with your organisation&apos;s certificate authority.</source>
        <translation>Verwenden Sie den vollen Namen des Servers, oder wählen Sie die Datei mit der Zertifizierungsstelle Ihrer Organisation.</translation>
    </message>
    <message>
        <source>The directory refused the sign-in.</source>
        <translation>Das Verzeichnis hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Check user name (DOMAIN\user) and password. Repeated attempts can lock the account.</source>
        <translation>Prüfen Sie Benutzername (DOMÄNE\Benutzer) und Kennwort. Wiederholte Versuche können das Konto sperren.</translation>
    </message>
    <message>
        <source>No sign-in to the directory by Kerberos could be prepared on this computer.</source>
        <translation>Auf diesem Computer ließ sich keine Anmeldung am Verzeichnis mit Kerberos vorbereiten.</translation>
    </message>
    <message>
        <source>Get a ticket (kinit), check the clock, and use the server&apos;s full name.</source>
        <translation>Holen Sie ein Ticket (kinit), prüfen Sie die Uhr, und verwenden Sie den vollen Namen des Servers.</translation>
    </message>
    <message>
        <source>The directory needs user and password of the server&apos;s connection, and there is none.</source>
        <translation>Das Verzeichnis braucht Benutzer und Kennwort der Verbindung zum Server, und es gibt keine.</translation>
    </message>
    <message>
        <source>Type them in the connection, or sign in to the directory by Kerberos.</source>
        <translation>Geben Sie sie in der Verbindung ein, oder melden Sie sich am Verzeichnis mit Kerberos an.</translation>
    </message>
    <message>
        <source>This computer or the directory lacks the sign-in by Kerberos.</source>
        <translation>Diesem Computer oder dem Verzeichnis fehlt die Anmeldung mit Kerberos.</translation>
    </message>
    <message>
        <source>On Debian install libsasl2-modules-gssapi-mit.</source>
        <translation>Installieren Sie unter Debian libsasl2-modules-gssapi-mit.</translation>
    </message>
    <message>
        <source>The directory wants a stronger sign-in.</source>
        <translation>Das Verzeichnis verlangt eine stärkere Anmeldung.</translation>
    </message>
    <message>
        <source>Sign in by Kerberos, over ldaps://.</source>
        <translation>Melden Sie sich mit Kerberos an, über ldaps://.</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Account expired</source>
        <translation>Konto abgelaufen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Password expired</source>
        <translation>Kennwort abgelaufen</translation>
    </message>
    <message>
        <source>The directory does not let this account read.</source>
        <translation>Das Verzeichnis lässt dieses Konto nicht lesen.</translation>
    </message>
    <message>
        <source>Have the account allowed to read users, or sign in as another.</source>
        <translation>Lassen Sie das Konto Benutzer lesen, oder melden Sie sich mit einem anderen an.</translation>
    </message>
    <message>
        <source>The directory refers to another server. Nobody went there.</source>
        <translation>Das Verzeichnis verweist auf einen anderen Server. Dorthin ging niemand.</translation>
    </message>
    <message>
        <source>Type the address of a server of the users&apos; own domain.</source>
        <translation>Geben Sie die Adresse eines Servers der Domäne der Benutzer ein.</translation>
    </message>
    <message>
        <source>The directory has nothing of the name below which people are sought.</source>
        <translation>Das Verzeichnis kennt den Namen nicht, unter dem Personen gesucht werden.</translation>
    </message>
    <message>
        <source>Correct the base, or leave it out.</source>
        <translation>Berichtigen Sie die Basis, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The directory is overloaded or shutting down.</source>
        <translation>Das Verzeichnis ist überlastet oder fährt herunter.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>The directory said no (LDAP result %1).</source>
        <translation>Das Verzeichnis hat abgelehnt (LDAP-Ergebnis %1).</translation>
    </message>
    <message>
        <source>The directory&apos;s answer could not be understood, or is larger than this program accepts.</source>
        <translation>Die Antwort des Verzeichnisses war nicht zu verstehen oder ist größer, als dieses Programm annimmt.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>The directory has no such account, or does not show it to you.</source>
        <translation>Das Verzeichnis hat kein solches Konto oder zeigt es Ihnen nicht.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The account is of another domain than the directory.</source>
        <translation>Das Konto gehört zu einer anderen Domäne als das Verzeichnis.</translation>
    </message>
    <message>
        <source>Ask a directory of that domain.</source>
        <translation>Fragen Sie ein Verzeichnis jener Domäne.</translation>
    </message>
    <message>
        <source>The directory has several accounts of that name.</source>
        <translation>Das Verzeichnis hat mehrere Konten dieses Namens.</translation>
    </message>
    <message>
        <source>Narrow the base.</source>
        <translation>Engen Sie die Basis ein.</translation>
    </message>
    <message>
        <source>A directory&apos;s address starts with ldaps:// or ldap://, or is the domain&apos;s name in the DNS.</source>
        <translation>Die Adresse eines Verzeichnisses beginnt mit ldaps:// oder ldap:// oder ist der Name der Domäne im DNS.</translation>
    </message>
    <message>
        <source>The directory tells of no single account of that name in its domain.</source>
        <translation>Das Verzeichnis nennt kein einzelnes Konto dieses Namens in seiner Domäne.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the directory is of the user&apos;s domain.</source>
        <translation>Prüfen Sie die Schreibweise, und ob das Verzeichnis zur Domäne des Benutzers gehört.</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>Zustand der Maschine</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 Maschine</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machines</source>
        <translation>
            <numerusform>%Ln Maschine</numerusform>
            <numerusform>%Ln Maschinen</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy allows no more than 1 session at once.</source>
        <translation>Die Richtlinie erlaubt höchstens 1 Sitzung auf einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Policy allows no more than %Ln sessions at once.</source>
        <translation>
            <numerusform>Die Richtlinie erlaubt höchstens %Ln Sitzung auf einmal.</numerusform>
            <numerusform>Die Richtlinie erlaubt höchstens %Ln Sitzungen auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start in %1</source>
        <translation>Start in %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>The machine is running.</source>
        <translation>Die Maschine läuft.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not running yet.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber die Maschine läuft noch nicht.</translation>
    </message>
    <message>
        <source>Look again in two minutes. If it stays so, the VM host needs attention.</source>
        <translation>Sehen Sie in zwei Minuten noch einmal nach. Bleibt es so, muss sich jemand um den Virtualisierungshost kümmern.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not start those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht starten.</translation>
    </message>
    <message>
        <source>Start %1 on %2?</source>
        <translation>%1 auf %2 starten?</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Saved and paused machines go on where they were, the others start anew.</source>
        <translation>Gespeicherte und angehaltene Maschinen machen weiter, wo sie waren, die anderen starten neu.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Save in %1</source>
        <translation>Speichern in %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>The machine is saved: its memory is on disk.</source>
        <translation>Die Maschine ist gespeichert: Ihr Arbeitsspeicher liegt auf der Platte.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not saved yet.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber die Maschine ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not save those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht speichern.</translation>
    </message>
    <message>
        <source>Save %1 on %2?</source>
        <translation>%1 auf %2 speichern?</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Users who work on them are cut off until the machines are started again; their programs stay as they are.</source>
        <translation>Wer darauf arbeitet, wird getrennt, bis die Maschinen wieder gestartet werden; die Programme bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Turning off</source>
        <translation>Wird ausgeschaltet</translation>
    </message>
    <message>
        <source>Turn off in %1</source>
        <translation>Ausschalten in %1</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>The machine is off.</source>
        <translation>Die Maschine ist aus.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not off yet.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber die Maschine ist noch nicht aus.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not turn off those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht ausschalten.</translation>
    </message>
    <message>
        <source>Turn off %1 on %2?</source>
        <translation>%1 auf %2 ausschalten?</translation>
    </message>
    <message>
        <source>Turn off %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>As if the power failed: work that is not saved is lost, and Windows is not shut down.</source>
        <translation>Wie bei einem Stromausfall: Was nicht gespeichert ist, geht verloren, und Windows wird nicht heruntergefahren.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Pause in %1</source>
        <translation>Anhalten in %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Die Maschine ist angehalten.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not paused yet.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber die Maschine ist noch nicht angehalten.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not pause those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht anhalten.</translation>
    </message>
    <message>
        <source>Pause %1 on %2?</source>
        <translation>%1 auf %2 anhalten?</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>They stand still in memory, and nobody can work on them until they are started again.</source>
        <translation>Sie stehen im Arbeitsspeicher still, und niemand kann auf ihnen arbeiten, bis sie wieder gestartet werden.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assigning</source>
        <translation>Wird zugewiesen</translation>
    </message>
    <message>
        <source>Assign in %1</source>
        <translation>Zuweisen in %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>The desktop is assigned to the user.</source>
        <translation>Der Desktop ist dem Benutzer zugewiesen.</translation>
    </message>
    <message>
        <source>The broker took the request, but the desktop is not assigned yet.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber der Desktop ist noch nicht zugewiesen.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not assign those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht zuweisen.</translation>
    </message>
    <message>
        <source>Assign %1 on %2?</source>
        <translation>%1 auf %2 zuweisen?</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>Nobody but this user gets onto them from then on.</source>
        <translation>Von da an kommt nur noch dieser Benutzer darauf.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Freeing</source>
        <translation>Wird freigegeben</translation>
    </message>
    <message>
        <source>Free in %1</source>
        <translation>Freigeben in %1</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>The desktop belongs to nobody any more.</source>
        <translation>Der Desktop gehört niemandem mehr.</translation>
    </message>
    <message>
        <source>The broker took the request, but the desktop still belongs to somebody.</source>
        <translation>Der Broker hat den Auftrag angenommen, aber der Desktop gehört noch jemandem.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not free those on VM host %1.</source>
        <translation>Sie dürfen am Broker Maschinen auflisten, aber die auf dem Virtualisierungshost %1 nicht freigeben.</translation>
    </message>
    <message>
        <source>Free %1 on %2?</source>
        <translation>%1 auf %2 freigeben?</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Their owners lose these desktops, with what they keep on them.</source>
        <translation>Die Besitzer verlieren diese Desktops mit allem, was darauf liegt.</translation>
    </message>
    <message>
        <source>Nothing was done: the server knows no such machine.</source>
        <translation>Nichts wurde getan: Der Server kennt keine solche Maschine.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is on another VM host now.</source>
        <translation>Nichts wurde getan: Die Maschine ist jetzt auf einem anderen Virtualisierungshost.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is on its way into another state.</source>
        <translation>Nichts wurde getan: Die Maschine wechselt gerade in einen anderen Zustand.</translation>
    </message>
    <message>
        <source>Wait a minute, then look again.</source>
        <translation>Warten Sie eine Minute und sehen Sie dann noch einmal nach.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is so already.</source>
        <translation>Nichts wurde getan: Die Maschine ist schon so.</translation>
    </message>
    <message>
        <source>Nothing was done: the desktop belongs to somebody else now, or to nobody.</source>
        <translation>Nichts wurde getan: Der Desktop gehört jetzt jemand anderem oder niemandem.</translation>
    </message>
    <message>
        <source>the machine is so already</source>
        <translation>die Maschine ist schon so</translation>
    </message>
    <message>
        <source>the machine is on its way into another state</source>
        <translation>die Maschine wechselt gerade in einen anderen Zustand</translation>
    </message>
    <message>
        <source>the desktop belongs to somebody: free it first</source>
        <translation>der Desktop gehört jemandem: geben Sie ihn zuerst frei</translation>
    </message>
    <message>
        <source>The server answered that there is no such machine.</source>
        <translation>Der Server hat geantwortet, dass es keine solche Maschine gibt.</translation>
    </message>
    <message>
        <source>Still on its way</source>
        <translation>Noch unterwegs</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Policy allows no more than 1 machine at once.</source>
        <translation>Die Richtlinie erlaubt höchstens 1 Maschine auf einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Policy allows no more than %Ln machines at once.</source>
        <translation>
            <numerusform>Die Richtlinie erlaubt höchstens %Ln Maschine auf einmal.</numerusform>
            <numerusform>Die Richtlinie erlaubt höchstens %Ln Maschinen auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Acts on machines are off until the policy of this computer names them.</source>
        <translation>Aktionen an Maschinen sind verboten, bis die Richtlinie dieses Computers sie nennt.</translation>
    </message>
    <message>
        <source>Choose fewer machines.</source>
        <translation>Wählen Sie weniger Maschinen.</translation>
    </message>
    <message>
        <source>No directory server of this name is known.</source>
        <translation>Ein Verzeichnisserver dieses Namens ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the name. Type it in full, as in dc1.corp.example. Is the VPN up?</source>
        <translation>Prüfen Sie den Namen. Geben Sie ihn vollständig ein, etwa dc1.corp.example. Steht die VPN-Verbindung?</translation>
    </message>
    <message>
        <source>Neither the user nor the server&apos;s name tells the domain of the directory.</source>
        <translation>Weder der Benutzer noch der Name des Servers nennt die Domäne des Verzeichnisses.</translation>
    </message>
    <message>
        <source>Type the domain, or the full names: user@corp.example, broker.corp.example.</source>
        <translation>Geben Sie die Domäne ein oder die vollen Namen: user@corp.example, broker.corp.example.</translation>
    </message>
</context>
<context>
    <name>UpdateTexts</name>
    <message>
        <source>Check the address in the preferences.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>The address leads to another one, where nobody went: %1</source>
        <translation>Die Adresse verweist auf eine andere, der nicht gefolgt wurde: %1</translation>
    </message>
    <message>
        <source>Only addresses that begin with https:// are followed.</source>
        <translation>Gefolgt wird nur Adressen, die mit https:// beginnen.</translation>
    </message>
    <message>
        <source>There is nothing at this address (HTTP 404).</source>
        <translation>Unter dieser Adresse gibt es nichts (HTTP 404).</translation>
    </message>
    <message>
        <source>The address answered with HTTP status %1.</source>
        <translation>Die Adresse antwortete mit dem HTTP-Status %1.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Nothing was asked. Something in between may have shown a certificate of its own.</source>
        <translation>Es wurde nichts gefragt. Möglicherweise hat etwas dazwischen ein eigenes Zertifikat vorgelegt.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted here.</source>
        <translation>Dem Zertifikat unter dieser Adresse wird hier nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted here: %1.</source>
        <translation>Dem Zertifikat unter dieser Adresse wird hier nicht vertraut: %1.</translation>
    </message>
    <message>
        <source>What stands at this address tells of no version.</source>
        <translation>Was unter dieser Adresse steht, nennt keine Version.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Unter dieser Adresse antwortet nichts.</translation>
    </message>
    <message>
        <source>Look whether this computer reaches the internet. A proxy is taken from the environment (https_proxy).</source>
        <translation>Prüfen Sie, ob dieser Computer das Internet erreicht. Ein Proxy wird der Umgebung entnommen (https_proxy).</translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation>Es kam keine sichere Verbindung zustande.</translation>
    </message>
    <message>
        <source>Without one nothing is asked.</source>
        <translation>Ohne sie wird nichts gefragt.</translation>
    </message>
    <message>
        <source>No computer of that name was found.</source>
        <translation>Es wurde kein Computer mit diesem Namen gefunden.</translation>
    </message>
</context>
<context>
    <name>ViewFilter</name>
    <message>
        <source>Disconnected over 4 h</source>
        <translation>Über 4 Std. getrennt</translation>
    </message>
    <message>
        <source>Probable ghosts</source>
        <translation>Vermutliche Geister</translation>
    </message>
</context>
<context>
    <name>WaveTexts</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>still signing out</source>
        <translation>wird noch abgemeldet</translation>
    </message>
    <message>
        <source>users who are back: %1</source>
        <translation>Benutzer, die wieder da sind: %1</translation>
    </message>
    <message>
        <source>no two new lists came, so that nobody knows whether users are back</source>
        <translation>es kamen keine zwei neuen Listen, sodass niemand weiß, ob Benutzer wieder da sind</translation>
    </message>
    <message>
        <source>Wave %1 of %2: %3 of %4 finished. Sessions that wait for later waves: %5.</source>
        <translation>Welle %1 von %2: %3 von %4 abgeschlossen. Sitzungen, die auf spätere Wellen warten: %5.</translation>
    </message>
    <message>
        <source>Wave %1 of %2 has ended. The next lists show whether its users come back. Sessions that wait: %3.</source>
        <translation>Welle %1 von %2 ist beendet. Die nächsten Listen zeigen, ob ihre Benutzer wiederkommen. Wartende Sitzungen: %3.</translation>
    </message>
    <message>
        <source>Paused after wave %1 of %2: %3. Sessions that wait: %4.</source>
        <translation>Nach Welle %1 von %2 angehalten: %3. Wartende Sitzungen: %4.</translation>
    </message>
    <message>
        <source>Look why, then go on with the next wave, or stop.</source>
        <translation>Sehen Sie nach, warum, und machen Sie dann mit der nächsten Welle weiter, oder stoppen Sie.</translation>
    </message>
    <message>
        <source>Wave %1 of %2: nothing new is begun; what was sent is still followed.</source>
        <translation>Welle %1 von %2: Nichts Neues beginnt; was gesendet wurde, wird noch verfolgt.</translation>
    </message>
    <message>
        <source>All waves have ended.</source>
        <translation>Alle Wellen sind beendet.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>Wave %1 of %2 has turned bad: %3. Nobody new is begun; what was sent is still followed. Sessions that wait: %4.</source>
        <translation>Welle %1 von %2 geht schief: %3. Nichts Neues beginnt; was gesendet wurde, wird noch verfolgt. Wartende Sitzungen: %4.</translation>
    </message>
    <message>
        <source>All waves have ended, the last one badly: %1.</source>
        <translation>Alle Wellen sind zu Ende, die letzte schlecht: %1.</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::AuditTableModel</name>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Session (host/ID)</source>
        <translation>Sitzung (Host/ID)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::ChangeListModel</name>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, war %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Host</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::SessionListModel</name>
    <message>
        <source>(no user)</source>
        <translation>(kein Benutzer)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Virtualisierungshost</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>Sitzungs-ID</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Ausgelassen, weil</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a user</source>
        <translation>
            <numerusform>%Ln ohne Benutzer</numerusform>
            <numerusform>%Ln ohne Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>1 listener</source>
        <translation>1 Listener</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listeners</source>
        <translation>
            <numerusform>%Ln Listener</numerusform>
            <numerusform>%Ln Listener</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session is left out: %1.</source>
        <translation>1 Sitzung wird ausgelassen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are left out: %1.</source>
        <translation>
            <numerusform>%Ln Sitzung wird ausgelassen: %1.</numerusform>
            <numerusform>%Ln Sitzungen werden ausgelassen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln protected by policy</source>
        <translation>
            <numerusform>%Ln durch Richtlinie geschützt</numerusform>
            <numerusform>%Ln durch Richtlinie geschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>your own</source>
        <translation>Ihre eigene</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed more than once</source>
        <translation>
            <numerusform>%Ln mehrfach aufgeführt</numerusform>
            <numerusform>%Ln mehrfach aufgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>Idle / gone</source>
        <translation>Leerlauf / weg</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActFlow</name>
    <message>
        <source>%1 is not connected any more. Connect to it, then try again.</source>
        <translation>%1 ist nicht mehr verbunden. Verbinden Sie den Server, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>There is nothing to try again: all of these sessions have ended meanwhile.</source>
        <translation>Es gibt nichts zu wiederholen: Alle diese Sitzungen sind inzwischen beendet.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActionSet</name>
    <message>
        <source>C&amp;lose connection to</source>
        <translation>Verbindung b&amp;eenden mit</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Refresh &amp;interval</source>
        <translation>A&amp;ktualisierungsintervall</translation>
    </message>
    <message>
        <source>Co&amp;nnect to server…</source>
        <translation>&amp;Mit Server verbinden…</translation>
    </message>
    <message>
        <source>Show one more server</source>
        <translation>Einen weiteren Server anzeigen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Ask all servers now</source>
        <translation>Alle Server jetzt abfragen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Log off…</source>
        <translation>Ab&amp;melden…</translation>
    </message>
    <message>
        <source>End the selected sessions</source>
        <translation>Die ausgewählten Sitzungen beenden</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen…</translation>
    </message>
    <message>
        <source>Part the selected sessions from their clients</source>
        <translation>Die ausgewählten Sitzungen von ihren Clients trennen</translation>
    </message>
    <message>
        <source>Send &amp;message…</source>
        <translation>&amp;Nachricht senden…</translation>
    </message>
    <message>
        <source>Write to the selected users</source>
        <translation>Den ausgewählten Benutzern schreiben</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>Zum Filter gehen</translation>
    </message>
    <message>
        <source>Clear the &amp;filter</source>
        <translation>&amp;Filter löschen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Deskwarden</source>
        <translation>&amp;Über Deskwarden</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>S&amp;itzung</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Hauptsymbolleiste</translation>
    </message>
    <message>
        <source>&amp;Audit log…</source>
        <translation>Überwachungs&amp;protokoll…</translation>
    </message>
    <message>
        <source>What each operator did to which session, and what became of it</source>
        <translation>Was jeder Operator mit welcher Sitzung getan hat, und was daraus wurde</translation>
    </message>
    <message>
        <source>Drain VM &amp;host…</source>
        <translation>Virtualisierungs&amp;host leeren…</translation>
    </message>
    <message>
        <source>Empty the VM host of the selected sessions</source>
        <translation>Alle vom Virtualisierungshost der ausgewählten Sitzungen abmelden</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Dichte</translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation>&amp;Bequem</translation>
    </message>
    <message>
        <source>Com&amp;pact</source>
        <translation>&amp;Kompakt</translation>
    </message>
    <message>
        <source>Find an&amp;ything…</source>
        <translation>A&amp;lles durchsuchen…</translation>
    </message>
    <message>
        <source>People, machines, hosts, collections, brokers and commands in one field</source>
        <translation>Personen, Maschinen, Hosts, Sammlungen, Broker und Befehle in einem Feld</translation>
    </message>
    <message>
        <source>&amp;What changed…</source>
        <translation>&amp;Was sich geändert hat…</translation>
    </message>
    <message>
        <source>Sessions that came, went, or are in another state, in the last 10 minutes</source>
        <translation>Sitzungen, die kamen, gingen oder einen anderen Status haben, in den letzten 10 Minuten</translation>
    </message>
    <message>
        <source>As soo&amp;n as…</source>
        <translation>So&amp;bald…</translation>
    </message>
    <message>
        <source>Do something with the selected sessions when something has happened</source>
        <translation>Mit den ausgewählten Sitzungen etwas tun, wenn etwas geschehen ist</translation>
    </message>
    <message>
        <source>What wai&amp;ts…</source>
        <translation>Was war&amp;tet…</translation>
    </message>
    <message>
        <source>What waits for an event, until when, and what became of it</source>
        <translation>Was auf ein Ereignis wartet, bis wann, und was daraus wurde</translation>
    </message>
    <message>
        <source>Why can&apos;t the user get &amp;in?…</source>
        <translation>Warum kommt der Benutzer nicht h&amp;inein?…</translation>
    </message>
    <message>
        <source>Look for what keeps a user out, and change nothing</source>
        <translation>Suchen, was einen Benutzer fernhält; nichts wird geändert</translation>
    </message>
    <message>
        <source>&amp;Start…</source>
        <translation>&amp;Starten…</translation>
    </message>
    <message>
        <source>Start the selected machines</source>
        <translation>Die ausgewählten Maschinen starten</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Speicher&amp;n…</translation>
    </message>
    <message>
        <source>Save the selected machines to disk</source>
        <translation>Die ausgewählten Maschinen auf die Platte speichern</translation>
    </message>
    <message>
        <source>Turn &amp;off…</source>
        <translation>&amp;Ausschalten…</translation>
    </message>
    <message>
        <source>Turn the selected machines off</source>
        <translation>Die ausgewählten Maschinen ausschalten</translation>
    </message>
    <message>
        <source>&amp;Pause…</source>
        <translation>An&amp;halten…</translation>
    </message>
    <message>
        <source>Halt the selected machines in memory</source>
        <translation>Die ausgewählten Maschinen im Arbeitsspeicher anhalten</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Zuweisen…</translation>
    </message>
    <message>
        <source>Give the selected desktop to a user</source>
        <translation>Den ausgewählten Desktop einem Benutzer geben</translation>
    </message>
    <message>
        <source>&amp;Free…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>Take the selected desktops from their owners</source>
        <translation>Die ausgewählten Desktops ihren Besitzern nehmen</translation>
    </message>
    <message>
        <source>Cure &amp;ghosts…</source>
        <translation>&amp;Geister heilen…</translation>
    </message>
    <message>
        <source>Start the machine of each selected ghost, log the session off, and save the machine again if it was saved</source>
        <translation>Die Maschine jedes ausgewählten Geistes starten, die Sitzung abmelden und die Maschine wieder speichern, wenn sie gespeichert war</translation>
    </message>
    <message>
        <source>Select all lines that are shown</source>
        <translation>Alle angezeigten Zeilen auswählen</translation>
    </message>
    <message>
        <source>Show all there is</source>
        <translation>Alles anzeigen, was es gibt</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Maschine</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityDock</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Cancel what waits</source>
        <translation>Wartende abbrechen</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>Erneut versuchen…</translation>
    </message>
    <message>
        <source>Copy for ticket</source>
        <translation>Für Ticket kopieren</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Begin nothing new until this is released; what runs is finished</source>
        <translation>Nichts Neues beginnen, solange dies gedrückt ist; was läuft, wird abgeschlossen</translation>
    </message>
    <message>
        <source>Look what became of the acts whose outcome is unknown; nothing is repeated</source>
        <translation>Nachsehen, was aus den Aktionen mit unbekanntem Ergebnis wurde; nichts wird wiederholt</translation>
    </message>
    <message>
        <source>Show only these outcomes</source>
        <translation>Nur diese Ergebnisse anzeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Copy as &amp;PowerShell</source>
        <translation>Als &amp;PowerShell kopieren</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Als &amp;JSON speichern…</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Als JSON speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Cancel the &amp;selected</source>
        <translation>A&amp;usgewählte abbrechen</translation>
    </message>
    <message>
        <source>Cancel what has not begun; who was told of a log-off is told that it does not come</source>
        <translation>Abbrechen, was nicht begonnen hat; Benutzer, denen eine Abmeldung angekündigt wurde, erfahren, dass sie nicht kommt</translation>
    </message>
    <message>
        <source>Cancel &amp;all that waits</source>
        <translation>&amp;Alle Wartenden abbrechen</translation>
    </message>
    <message>
        <source>1 user told, log-off in %1</source>
        <translation>1 Benutzer benachrichtigt, Abmeldung in %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users told, the next log-off in %1</source>
        <translation>
            <numerusform>%Ln Benutzer benachrichtigt, nächste Abmeldung in %1</numerusform>
            <numerusform>%Ln Benutzer benachrichtigt, nächste Abmeldung in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>Aktivi&amp;tät</translation>
    </message>
    <message>
        <source>Copy for the &amp;next caller</source>
        <translation>Für &amp;nächsten Anruf kopieren</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed…</source>
        <translation>
            <numerusform>%Ln fehlgeschlagene wiederholen…</numerusform>
            <numerusform>%Ln fehlgeschlagene wiederholen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityFlow</name>
    <message>
        <source>Waves have paused</source>
        <translation>Wellen haben angehalten</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityReason</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Copy for the next &amp;caller</source>
        <translation>Für nächsten &amp;Anruf kopieren</translation>
    </message>
    <message>
        <source>A text for the ticket: what to tell the user who calls</source>
        <translation>Ein Text für das Ticket: was dem Benutzer zu sagen ist, der anruft</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityStrip</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Progress of the activity</source>
        <translation>Fortschritt der Aktivität</translation>
    </message>
    <message>
        <source>Hide what was done</source>
        <translation>Aktivität ausblenden</translation>
    </message>
    <message>
        <source>Show what was done</source>
        <translation>Aktivität anzeigen</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>%1 of %2 finished</source>
        <translation>%1 von %2 abgeschlossen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.</extracomment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>1 act has finished</source>
        <translation>1 Aktion abgeschlossen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln acts have finished</source>
        <translation>
            <numerusform>%Ln Aktion abgeschlossen</numerusform>
            <numerusform>Alle %Ln Aktionen abgeschlossen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AsSoonAsDialog</name>
    <message>
        <source>&amp;Keep it when the program ends</source>
        <translation>&amp;Behalten, wenn das Programm endet</translation>
    </message>
    <message>
        <source>As soon as</source>
        <translation>Sobald</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Sessions that it is about</source>
        <translation>Sitzungen, um die es geht</translation>
    </message>
    <message>
        <source>&amp;Log off when the session has been disconnected for:</source>
        <translation>&amp;Abmelden, wenn die Sitzung getrennt ist seit:</translation>
    </message>
    <message>
        <source>&amp;Tell me when nobody is on the VM host</source>
        <translation>&amp;Mir sagen, wenn niemand auf dem Virtualisierungshost ist</translation>
    </message>
    <message>
        <source>Send a &amp;message when the user is back</source>
        <translation>Eine &amp;Nachricht senden, wenn der Benutzer zurück ist</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>B&amp;is:</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>&amp;Grund oder Ticket:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Darauf warten</translation>
    </message>
    <message>
        <source>None of these sessions can be waited for in this way.</source>
        <translation>Auf keine dieser Sitzungen kann so gewartet werden.</translation>
    </message>
    <message>
        <source>Without that it ends with the program.</source>
        <translation>Ohne das endet es mit dem Programm.</translation>
    </message>
    <message>
        <source>For how many minutes the session has been disconnected</source>
        <translation>Seit wie vielen Minuten die Sitzung getrennt ist</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AsSoonAsFlow</name>
    <message>
        <source>What was to be done as soon as something happens could not be read: %1</source>
        <translation>Was getan werden soll, sobald etwas geschieht, konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>At most %1 sessions can be waited for at once.</source>
        <translation>Es kann auf höchstens %1 Sitzungen zugleich gewartet werden.</translation>
    </message>
    <message>
        <source>This cannot wait: its end is over already, or too many orders wait.</source>
        <translation>Das kann nicht warten: Das Ende ist schon vorbei, oder es wartet zu vieles.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AuditWindow</name>
    <message>
        <source>Record %1 was changed.</source>
        <translation>Eintrag %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Record %1 does not follow the one before it.</source>
        <translation>Eintrag %1 folgt nicht auf den vorigen.</translation>
    </message>
    <message>
        <source>Records before record %1 were removed.</source>
        <translation>Einträge vor Eintrag %1 wurden entfernt.</translation>
    </message>
    <message>
        <source>The log should go on to record %1, and ends before it.</source>
        <translation>Das Protokoll sollte bis Eintrag %1 reichen und endet vorher.</translation>
    </message>
    <message>
        <source>The file with the head of the log is missing.</source>
        <translation>Die Datei mit dem Ende des Protokolls fehlt.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Überwachungsprotokoll</translation>
    </message>
    <message>
        <source>Filter: user, host, result, reason…</source>
        <translation>Filter: Benutzer, Host, Ergebnis, Grund…</translation>
    </message>
    <message>
        <source>Filter of the audit log</source>
        <translation>Filter des Überwachungsprotokolls</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>Übe&amp;rprüfen</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>The audit log cannot be read.</source>
        <translation>Das Überwachungsprotokoll kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>&amp;Keep acts:</source>
        <translation>Aktionen auf&amp;bewahren:</translation>
    </message>
    <message>
        <source>Older acts are removed at the next start. A checkpoint record then signs off what was removed, so that the rest can still be verified.</source>
        <translation>Ältere Aktionen werden beim nächsten Start entfernt. Ein Prüfpunkteintrag bestätigt dann, was entfernt wurde, sodass sich der Rest weiterhin überprüfen lässt.</translation>
    </message>
    <message>
        <source>Records up to %1 were removed by age. Checkpoint record %2 of %3 signs them off: it holds the hash of the last one, so that Verify can go on from there.</source>
        <translation>Einträge bis %1 wurden ihres Alters wegen entfernt. Prüfpunkteintrag %2 vom %3 bestätigt sie: Er enthält den Hash des letzten, sodass „Überprüfen“ von dort weitergehen kann.</translation>
    </message>
    <message>
        <source>%1 acknowledged it on %2 (UTC).</source>
        <translation>%1 hat es am %2 (UTC) zur Kenntnis genommen.</translation>
    </message>
    <message>
        <source>&amp;Acknowledge the damage</source>
        <translation>Schaden zur &amp;Kenntnis nehmen</translation>
    </message>
    <message>
        <source>Records that you have seen it, so that acts can be done again. The damage stays to be seen.</source>
        <translation>Hält fest, dass Sie ihn gesehen haben, sodass Aktionen wieder möglich sind. Der Schaden bleibt sichtbar.</translation>
    </message>
    <message>
        <source>Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it.</source>
        <translation>Solange das Protokoll beschädigt ist, wird nichts getan. Bewahren Sie eine Kopie davon und von der Datei mit seinem Ende auf, und melden Sie es.</translation>
    </message>
    <message>
        <source>Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it. Then acknowledge the damage, so that acts can be done again.</source>
        <translation>Solange das Protokoll beschädigt ist, wird nichts getan. Bewahren Sie eine Kopie davon und von der Datei mit seinem Ende auf, und melden Sie es. Nehmen Sie dann den Schaden zur Kenntnis, damit Aktionen wieder möglich sind.</translation>
    </message>
    <message>
        <source>The log was damaged. Since that was acknowledged, its records are as they were written.</source>
        <translation>Das Protokoll war beschädigt. Seit das zur Kenntnis genommen wurde, sind seine Einträge so, wie sie geschrieben wurden.</translation>
    </message>
    <message>
        <source>1 record is there, as it was written.</source>
        <translation>1 Eintrag ist da, wie er geschrieben wurde.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln records are as they were written.</source>
        <translation>
            <numerusform>%Ln Eintrag ist so, wie er geschrieben wurde.</numerusform>
            <numerusform>Alle %Ln Einträge sind so, wie sie geschrieben wurden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CertificateDialog</name>
    <message>
        <source>Certificate of the server</source>
        <translation>Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the administrator of this server gives you, by telephone or in person. Trust the certificate only if all of it is the same.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den der Administrator dieses Servers Ihnen am Telefon oder persönlich nennt. Vertrauen Sie dem Zertifikat nur, wenn beide ganz übereinstimmen.</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>&amp;Copy the fingerprint</source>
        <translation>Fingerabdruck &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>Diesem Zertifikat &amp;vertrauen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>You trust exactly this certificate.</source>
        <translation>Sie vertrauen genau diesem Zertifikat.</translation>
    </message>
    <message>
        <source>This is not the certificate that you trusted for this server.</source>
        <translation>Das ist nicht das Zertifikat, dem Sie für diesen Server vertraut haben.</translation>
    </message>
    <message>
        <source>It may have been renewed, or somebody stands between you and the server. Ask before you go on.</source>
        <translation>Es kann erneuert worden sein, oder jemand steht zwischen Ihnen und dem Server. Fragen Sie nach, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>This computer trusts the certificate.</source>
        <translation>Dieser Computer vertraut dem Zertifikat.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate: %1</source>
        <translation>Dieser Computer vertraut dem Zertifikat nicht: %1</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>For the names:</source>
        <translation>Für die Namen:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Gültig ab:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Gültig bis:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256-Fingerabdruck:</translation>
    </message>
    <message>
        <source>Trusted until now:</source>
        <translation>Bisher vertraut:</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ChangesWindow</name>
    <message>
        <source>What changed in the last 10 minutes</source>
        <translation>Was sich in den letzten 10 Minuten geändert hat</translation>
    </message>
    <message>
        <source>&amp;Show the session</source>
        <translation>Sitzung &amp;zeigen</translation>
    </message>
    <message>
        <source>Nothing has changed. What a first list shows was there before.</source>
        <translation>Nichts hat sich geändert. Was eine erste Liste zeigt, war schon vorher da.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes, the newest first. Lists are compared as they come.</source>
        <translation>
            <numerusform>%Ln Änderung. Listen werden verglichen, wie sie kommen.</numerusform>
            <numerusform>%Ln Änderungen, die neueste zuerst. Listen werden verglichen, wie sie kommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change. Lists are compared as they come.</source>
        <translation>1 Änderung. Listen werden verglichen, wie sie kommen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ClosingDialog</name>
    <message>
        <source>1 act is being carried out.</source>
        <translation>1 Aktion wird gerade ausgeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts are being carried out.</source>
        <translation>
            <numerusform>%Ln Aktion wird gerade ausgeführt.</numerusform>
            <numerusform>%Ln Aktionen werden gerade ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 act has not begun.</source>
        <translation>1 Aktion hat noch nicht begonnen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts have not begun.</source>
        <translation>
            <numerusform>%Ln Aktion hat noch nicht begonnen.</numerusform>
            <numerusform>%Ln Aktionen haben noch nicht begonnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything has finished</source>
        <translation>Noch ist nicht alles abgeschlossen</translation>
    </message>
    <message>
        <source>Close Deskwarden</source>
        <translation>Deskwarden schließen</translation>
    </message>
    <message>
        <source>Keep running: the window closes by itself when the last act has finished.
Stop: what has not begun is cancelled and never sent. What was sent cannot be called back; the audit log has it, and what became of it is looked up after the next start.</source>
        <translation>Weiterlaufen lassen: Das Fenster schließt sich von selbst, wenn die letzte Aktion abgeschlossen ist.
Stoppen: Was nicht begonnen hat, wird abgebrochen und nie gesendet. Was gesendet wurde, kann nicht zurückgerufen werden; es steht im Überwachungsprotokoll, und was daraus wurde, wird nach dem nächsten Start nachgesehen.</translation>
    </message>
    <message>
        <source>Acts that have finished</source>
        <translation>Abgeschlossene Aktionen</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Nicht schließen</translation>
    </message>
    <message>
        <source>&amp;Keep running, then close</source>
        <translation>&amp;Weiterlaufen lassen, dann schließen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Stoppen und schließen</translation>
    </message>
    <message>
        <source>Closes when all has finished</source>
        <translation>Schließt, wenn alles abgeschlossen ist</translation>
    </message>
    <message>
        <source>1 user was told and waits for the log-off in %1.</source>
        <translation>1 Benutzer wurde benachrichtigt und wartet auf die Abmeldung in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were told and wait; the next log-off is in %1.</source>
        <translation>
            <numerusform>%Ln Benutzer wurde benachrichtigt und wartet; die nächste Abmeldung ist in %1.</numerusform>
            <numerusform>%Ln Benutzer wurden benachrichtigt und warten; die nächste Abmeldung ist in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Users who were told of a log-off first get a message that it does not come.</source>
        <translation>Benutzer, denen eine Abmeldung angekündigt wurde, erhalten zuerst eine Nachricht, dass sie nicht kommt.</translation>
    </message>
    <message>
        <source>Closes when the users have been told</source>
        <translation>Schließt, wenn die Benutzer benachrichtigt sind</translation>
    </message>
    <message>
        <source>Everything that had not begun is cancelled. Users who were told of a log-off get a message that it does not come. Close at once, and those who have not got it yet will wait for nothing.</source>
        <translation>Alles, was nicht begonnen hatte, ist abgebrochen. Benutzer, denen eine Abmeldung angekündigt wurde, erhalten eine Nachricht, dass sie nicht kommt. Schließen Sie sofort, dann warten die, die sie noch nicht erhalten haben, vergeblich.</translation>
    </message>
    <message>
        <source>&amp;Close at once</source>
        <translation>S&amp;ofort schließen</translation>
    </message>
    <message>
        <source>Still under way: %L1</source>
        <translation>Noch unterwegs: %L1</translation>
    </message>
    <message>
        <source>1 VM host is being drained.</source>
        <translation>1 Virtualisierungshost wird geleert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts are being drained.</source>
        <translation>
            <numerusform>%Ln Virtualisierungshost wird geleert.</numerusform>
            <numerusform>%Ln Virtualisierungshosts werden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 act waits for something to happen.</source>
        <translation>1 Aktion wartet auf ein Ereignis.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts wait for something to happen.</source>
        <translation>
            <numerusform>%Ln Aktion wartet auf ein Ereignis.</numerusform>
            <numerusform>%Ln Aktionen warten auf ein Ereignis.</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits for something to happen is forgotten where it is not kept.</source>
        <translation>Was auf ein Ereignis wartet, wird vergessen, wenn es nicht behalten wird.</translation>
    </message>
    <message>
        <source>Ghosts are being cured.</source>
        <translation>Geister werden geheilt.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConfirmationDialog</name>
    <message>
        <source>By state:</source>
        <translation>Nach Status:</translation>
    </message>
    <message>
        <source>By VM host:</source>
        <translation>Nach Virtualisierungshost:</translation>
    </message>
    <message>
        <source>Everybody who is hit</source>
        <translation>Alle Betroffenen</translation>
    </message>
    <message>
        <source>Sessions that are left out, with the reason</source>
        <translation>Ausgelassene Sitzungen mit dem Grund</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>&amp;Grund oder Ticket:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There is nobody to act upon</source>
        <translation>Niemand ist betroffen</translation>
    </message>
    <message>
        <source>And:</source>
        <translation>Außerdem:</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>und 1 weiterer</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hit: %1</source>
        <translation>&amp;Betroffen: %1</translation>
    </message>
    <message>
        <source>&amp;Left out: %1</source>
        <translation>&amp;Ausgelassen: %1</translation>
    </message>
    <message>
        <source>Message first, then log off</source>
        <translation>Erst Nachricht, dann abmelden</translation>
    </message>
    <message>
        <source>Message first, log off in %1 min</source>
        <translation>Erst Nachricht, Abmeldung in %1 min</translation>
    </message>
    <message>
        <source>Drain VM host</source>
        <translation>Virtualisierungshost leeren</translation>
    </message>
    <message>
        <source>Drain VM host %1?</source>
        <translation>Virtualisierungshost %1 leeren?</translation>
    </message>
    <message>
        <source>By server:</source>
        <translation>Nach Server:</translation>
    </message>
    <message>
        <source>This session has ended meanwhile: there is nothing left to do.</source>
        <translation>Diese Sitzung ist inzwischen beendet: Es ist nichts mehr zu tun.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConfirmationEntry</name>
    <message>
        <source>To confirm, type the &amp;number %1:</source>
        <translation>Geben Sie zur Bestätigung die &amp;Zahl %1 ein:</translation>
    </message>
    <message>
        <source>To confirm, type the number %1</source>
        <translation>Geben Sie zur Bestätigung die Zahl %1 ein</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConnectFlow</name>
    <message>
        <source>This address is connected already, as “%1”.</source>
        <translation>Mit dieser Adresse besteht schon eine Verbindung: „%1“.</translation>
    </message>
    <message>
        <source>This address is connected already, as “%1” with %2.</source>
        <translation>Mit dieser Adresse besteht schon eine Verbindung: „%1“ mit %2.</translation>
    </message>
    <message>
        <source>Users there were told of a log-off, or a host is being drained: the connection stays until that is over.</source>
        <translation>Benutzer dort wurden auf eine Abmeldung hingewiesen, oder ein Host wird geräumt: Die Verbindung bleibt, bis das vorbei ist.</translation>
    </message>
    <message>
        <source>Connect again to take its place. What waits there is cancelled.</source>
        <translation>Verbinden Sie noch einmal, um sie zu ersetzen. Was dort wartet, wird abgebrochen.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConnectionDialog</name>
    <message>
        <source>Sign in as &amp;me, by my Kerberos ticket</source>
        <translation>Mit meinem Konto anme&amp;lden (Kerberos-Ticket)</translation>
    </message>
    <message>
        <source>Uses the ticket that you got when you signed in to this computer, or by kinit. No password is needed.</source>
        <translation>Verwendet das Ticket, das Sie beim Anmelden an diesem Computer oder mit kinit erhalten haben. Es ist kein Kennwort nötig.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Cert&amp;ificate:</source>
        <translation>Zertif&amp;ikat:</translation>
    </message>
    <message>
        <source>my certificate (PEM)</source>
        <translation>mein Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>Choose the file: my certificate (PEM)</source>
        <translation>Datei wählen: mein Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>Schlüss&amp;el:</translation>
    </message>
    <message>
        <source>private key (PEM), if it is in a file of its own</source>
        <translation>privater Schlüssel (PEM), falls in eigener Datei</translation>
    </message>
    <message>
        <source>Choose the file: private key (PEM), if it is in a file of its own</source>
        <translation>Datei wählen: privater Schlüssel (PEM), falls in eigener Datei</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>Mein Zertifikat</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Choose the file with your certificate.</source>
        <translation>Wählen Sie die Datei mit Ihrem Zertifikat.</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.key)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>Connect to a broker</source>
        <translation>Mit einem Broker verbinden</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>Adresse des Brokers</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>User to sign in as</source>
        <translation>Benutzer für die Anmeldung</translation>
    </message>
    <message>
        <source>DOMAIN\user or user@example.com</source>
        <translation>DOMÄNE\Benutzer oder user@example.com</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Ke&amp;nnwort:</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>bleibt nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>&amp;Sign in by:</source>
        <translation>Anmeldemet&amp;hode:</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Methode der Anmeldung</translation>
    </message>
    <message>
        <source>Which certificate to trust (HTTPS)</source>
        <translation>Welchem Zertifikat zu vertrauen ist (HTTPS)</translation>
    </message>
    <message>
        <source>Certificates that this &amp;computer trusts</source>
        <translation>Zertifikaten, denen dieser &amp;Computer vertraut</translation>
    </message>
    <message>
        <source>A certificate authority &amp;file:</source>
        <translation>Zertifizierungsstelle, &amp;Datei:</translation>
    </message>
    <message>
        <source>File with the certificate authorities, PEM or DER</source>
        <translation>Datei mit den Zertifizierungsstellen, PEM oder DER</translation>
    </message>
    <message>
        <source>company-ca.pem</source>
        <translation>firma-ca.pem</translation>
    </message>
    <message>
        <source>Choose the certificate authority file</source>
        <translation>Datei der Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Exactly &amp;one certificate, SHA-256:</source>
        <translation>&amp;Genau einem, SHA-256:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate</source>
        <translation>SHA-256-Fingerabdruck des Zertifikats</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 Hex-Ziffern</translation>
    </message>
    <message>
        <source>Show the certificate of the server</source>
        <translation>Das Zertifikat des Servers anzeigen</translation>
    </message>
    <message>
        <source>Show c&amp;ertificate…</source>
        <translation>&amp;Zertifikat anzeigen…</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>Er&amp;weitert</translation>
    </message>
    <message>
        <source>WMI &amp;namespace:</source>
        <translation>WMI-Names&amp;pace:</translation>
    </message>
    <message>
        <source>Time &amp;limit of one call:</source>
        <translation>Zeitlimit für einen Au&amp;fruf:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Resource addresses:</source>
        <translation>&amp;Ressourcenadressen:</translation>
    </message>
    <message>
        <source>Windows (wmi)</source>
        <translation>Windows (wmi)</translation>
    </message>
    <message>
        <source>DMTF (cim), for OMI servers</source>
        <translation>DMTF (cim), für OMI-Server</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Stop testin&amp;g</source>
        <translation>Test st&amp;oppen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The server showed no certificate.</source>
        <translation>Der Server hat kein Zertifikat gezeigt.</translation>
    </message>
    <message>
        <source>Choose the file with the certificate authorities.</source>
        <translation>Wählen Sie die Datei mit den Zertifizierungsstellen.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits. Show the certificate to take it from there.</source>
        <translation>Ein SHA-256-Fingerabdruck hat 64 Hexadezimalziffern. Zeigen Sie das Zertifikat an, um ihn von dort zu übernehmen.</translation>
    </message>
    <message>
        <source>Type the user to sign in as.</source>
        <translation>Geben Sie den Benutzer für die Anmeldung ein.</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Asking the server for its certificate…</source>
        <translation>Der Server wird nach seinem Zertifikat gefragt…</translation>
    </message>
    <message>
        <source>First part of the server&apos;s name in Kerberos. HTTP is usual; WSMAN or HOST help where HTTP belongs to another service.</source>
        <translation>Erster Teil des Servernamens in Kerberos. Üblich ist HTTP; WSMAN oder HOST helfen, wo HTTP einem anderen Dienst gehört.</translation>
    </message>
    <message>
        <source>Name in Kerberos begins &amp;with:</source>
        <translation>Name in Kerberos beginnt &amp;mit:</translation>
    </message>
    <message>
        <source>E&amp;xplore the demonstration</source>
        <translation>&amp;In der Demonstration umsehen</translation>
    </message>
    <message>
        <source>&amp;Display name:</source>
        <translation>Anz&amp;eigename:</translation>
    </message>
    <message>
        <source>Name of the server in this program</source>
        <translation>Name des Servers in diesem Programm</translation>
    </message>
    <message>
        <source>such as &quot;Berlin broker&quot;</source>
        <translation>etwa „Broker Berlin“</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird hergestellt…</translation>
    </message>
    <message>
        <source>Deskwarden shows who works on which virtual desktop, and logs people off. Connect to your broker, or look around first.</source>
        <translation>Deskwarden zeigt, wer auf welchem virtuellen Desktop arbeitet, und meldet Benutzer ab. Verbinden Sie sich mit Ihrem Broker, oder sehen Sie sich zuerst um.</translation>
    </message>
    <message>
        <source>certificates that this computer trusts</source>
        <translation>Zertifikate, denen dieser Computer vertraut</translation>
    </message>
    <message>
        <source>exactly one certificate</source>
        <translation>genau ein Zertifikat</translation>
    </message>
    <message>
        <source>certificate authorities from a file</source>
        <translation>Zertifizierungsstellen aus einer Datei</translation>
    </message>
    <message>
        <source>Ask for the list (fre&amp;quency):</source>
        <translation>Liste abfragen (&amp;Häufigkeit):</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CopyLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CureBar</name>
    <message>
        <source>Put away</source>
        <translation>Wegräumen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Begin no further step; what was sent is still followed</source>
        <translation>Keinen weiteren Schritt beginnen; was gesendet wurde, wird weiter verfolgt</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CureConfirmation</name>
    <message>
        <source>Cure ghosts</source>
        <translation>Geister heilen</translation>
    </message>
    <message>
        <source>Asking for the machines of these sessions…</source>
        <translation>Die Maschinen dieser Sitzungen werden abgefragt…</translation>
    </message>
    <message>
        <source>1 session is no ghost and is left alone: its machine is neither off nor saved, or is not known.</source>
        <translation>1 Sitzung ist kein Geist und bleibt unberührt: Ihre Maschine ist weder aus noch gespeichert oder nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are no ghosts and are left alone: their machines are neither off nor saved, or are not known.</source>
        <translation>
            <numerusform>%Ln Sitzung ist kein Geist und bleibt unberührt: Ihre Maschine ist weder aus noch gespeichert oder nicht bekannt.</numerusform>
            <numerusform>%Ln Sitzungen sind keine Geister und bleiben unberührt: Ihre Maschinen sind weder aus noch gespeichert oder nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no ghost to cure</source>
        <translation>Es gibt keinen Geist zu heilen</translation>
    </message>
    <message>
        <source>Cure the ghost on %1?</source>
        <translation>Den Geist auf %1 heilen?</translation>
    </message>
    <message numerus="yes">
        <source>Cure %Ln ghosts?</source>
        <translation>
            <numerusform>%Ln Geist heilen?</numerusform>
            <numerusform>%Ln Geister heilen?</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine of each is started and gets %1 s. Its session is logged off, and looked for until it is gone. A machine that was saved is saved again. Each step stands in Activity and in the record; the first that fails ends the cure of that ghost.</source>
        <translation>Die Maschine jedes Geistes wird gestartet und bekommt %1 Sekunden. Seine Sitzung wird abgemeldet und gesucht, bis sie weg ist. Eine Maschine, die gespeichert war, wird wieder gespeichert. Jeder Schritt steht bei den Aktivitäten und im Protokoll; der erste, der scheitert, beendet die Heilung dieses Geistes.</translation>
    </message>
    <message>
        <source>Cure the ghost</source>
        <translation>Den Geist heilen</translation>
    </message>
    <message numerus="yes">
        <source>Cure %Ln ghosts</source>
        <translation>
            <numerusform>%Ln Geist heilen</numerusform>
            <numerusform>%Ln Geister heilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the selected session</source>
        <translation>Details der ausgewählten Sitzung</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>No session selected</source>
        <translation>Keine Sitzung ausgewählt</translation>
    </message>
    <message>
        <source>1 session selected</source>
        <translation>1 Sitzung ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions selected</source>
        <translation>
            <numerusform>%Ln Sitzung ausgewählt</numerusform>
            <numerusform>%Ln Sitzungen ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DirectoryPanel</name>
    <message>
        <source>Sign in to it with the user and password above</source>
        <translation>Dort mit Benutzer und Kennwort von oben anmelden</translation>
    </message>
    <message>
        <source>Directory (tells names and accounts of the users)</source>
        <translation>Verzeichnis (kennt Namen und Konten der Benutzer)</translation>
    </message>
    <message>
        <source>the whole domain</source>
        <translation>die ganze Domäne</translation>
    </message>
    <message>
        <source>The name below which users are looked for, such as OU=People,DC=corp,DC=example.</source>
        <translation>Der Name, unter dem Benutzer gesucht werden, etwa OU=People,DC=corp,DC=example.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Choose the file with the certificate authorities of the directory</source>
        <translation>Datei mit den Zertifizierungsstellen des Verzeichnisses auswählen</translation>
    </message>
    <message>
        <source>Without it, by your Kerberos ticket.</source>
        <translation>Sonst mit Ihrem Kerberos-Ticket.</translation>
    </message>
    <message>
        <source>Users below:</source>
        <translation>Benutzer unter:</translation>
    </message>
    <message>
        <source>Certificate authorities:</source>
        <translation>Zertifizierungsstellen:</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>Verzeichnis: %1</translation>
    </message>
    <message>
        <source>Certificate authorities of the directory</source>
        <translation>Zertifizierungsstellen des Verzeichnisses</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>short name of the domain</source>
        <translation>Kurzname der Domäne</translation>
    </message>
    <message>
        <source>Short name of the domain</source>
        <translation>Kurzname der Domäne</translation>
    </message>
    <message>
        <source>What Windows writes in front of a user: CORP in CORP\ann. Empty: as the directory tells.</source>
        <translation>Was Windows vor einen Benutzer schreibt: CORP in CORP\ann. Leer: wie das Verzeichnis angibt.</translation>
    </message>
    <message>
        <source>this computer&apos;s own</source>
        <translation>die dieses Computers</translation>
    </message>
    <message>
        <source>None is asked</source>
        <translation>Keines wird gefragt</translation>
    </message>
    <message>
        <source>This domain or server</source>
        <translation>Domäne oder Server</translation>
    </message>
    <message>
        <source>The domain&apos;s own is that of the user above, or else of the server; the DNS names its servers.</source>
        <translation>Das der Domäne ist das des Benutzers oben oder sonst das des Servers; seine Server nennt das DNS.</translation>
    </message>
    <message>
        <source>The domain&apos;s own</source>
        <translation>Das der Domäne</translation>
    </message>
    <message>
        <source>The domain&apos;s own: %1</source>
        <translation>Das der Domäne: %1</translation>
    </message>
    <message>
        <source>Domain or server of the directory</source>
        <translation>Domäne oder Server des Verzeichnisses</translation>
    </message>
    <message>
        <source>The domain, corp.example: the DNS names its servers. Or one server: ldaps://dc1.corp.example, or ldap://dc1.corp.example with StartTLS. Nothing is said without TLS.</source>
        <translation>Die Domäne, corp.example: Ihre Server nennt das DNS. Oder ein Server: ldaps://dc1.corp.example oder, mit StartTLS, ldap://dc1.corp.example. Ohne TLS wird nichts gesagt.</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Verzeichnis:</translation>
    </message>
    <message>
        <source>Directory: type a domain or a server, or choose that none is asked.</source>
        <translation>Verzeichnis: Geben Sie eine Domäne oder einen Server ein, oder wählen Sie, dass keines gefragt wird.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainFlow</name>
    <message>
        <source>The selected sessions are on several VM hosts.</source>
        <translation>Die ausgewählten Sitzungen sind auf mehreren Virtualisierungshosts.</translation>
    </message>
    <message>
        <source>Select sessions of the one that is to be drained.</source>
        <translation>Wählen Sie Sitzungen des Virtualisierungshosts aus, der geleert werden soll.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainModel</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Neuankömmling</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Von Anfang an</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainWindow</name>
    <message>
        <source>Drain of %1</source>
        <translation>Leeren von %1</translation>
    </message>
    <message>
        <source>Drain of VM host %1</source>
        <translation>Leeren des Virtualisierungshosts %1</translation>
    </message>
    <message>
        <source>Listed by %1</source>
        <translation>Aufgeführt von %1</translation>
    </message>
    <message>
        <source>Sessions that have gone</source>
        <translation>Beendete Sitzungen</translation>
    </message>
    <message>
        <source>Sessions on the host and what became of them</source>
        <translation>Sitzungen auf dem Host, und was daraus wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Begins nothing new, here and in Activity</source>
        <translation>Beginnt nichts Neues, hier und in der Aktivität</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>Cancels what has not begun; who was told of a log-off is told that it does not come</source>
        <translation>Bricht ab, was nicht begonnen hat; Benutzer, denen eine Abmeldung angekündigt wurde, erfahren, dass sie nicht kommt</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Tries again to log off who is left</source>
        <translation>Versucht noch einmal, die Verbliebenen abzumelden</translation>
    </message>
    <message>
        <source>&amp;Copy for ticket</source>
        <translation>Für Ticket &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the report</source>
        <translation>Kopiert den Bericht</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>S&amp;peichern…</translation>
    </message>
    <message>
        <source>Writes the report into a file</source>
        <translation>Schreibt den Bericht in eine Datei</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Next log-off in %1</source>
        <translation>Nächste Abmeldung in %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::EndNotifier</name>
    <message>
        <source>Draining %1 has ended</source>
        <translation>Leeren von %1 ist beendet</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::FilterBar</name>
    <message>
        <source>Show all places again</source>
        <translation>Wieder alle Orte anzeigen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Only %1. Show all places again</source>
        <translation>Nur %1. Wieder alle Orte anzeigen</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>Show all sessions again, not only those of the list</source>
        <translation>Wieder alle Sitzungen anzeigen, nicht nur die der Liste</translation>
    </message>
    <message>
        <source>Only %1. Show all sessions again</source>
        <translation>Nur %1. Wieder alle Sitzungen anzeigen</translation>
    </message>
    <message>
        <source>Any idle time</source>
        <translation>Beliebiger Leerlauf</translation>
    </message>
    <message>
        <source>Idle for at least %1 min</source>
        <translation>Leerlauf seit mindestens %1 min</translation>
    </message>
    <message>
        <source>Idle for at least %1 h</source>
        <translation>Leerlauf seit mindestens %1 h</translation>
    </message>
    <message>
        <source>Idle for at least %1 d</source>
        <translation>Leerlauf seit mindestens %1 d</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Sessions that somebody should look after</source>
        <translation>Sitzungen, um die sich jemand kümmern sollte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Other states, and sessions that nobody has used for a while</source>
        <translation>Weitere Status, und Sitzungen, die eine Weile niemand benutzt hat</translation>
    </message>
    <message>
        <source>&amp;Idle time</source>
        <translation>&amp;Leerlauf</translation>
    </message>
    <message>
        <source>Probable &amp;ghosts</source>
        <translation>Vermutliche &amp;Geistersitzungen</translation>
    </message>
    <message>
        <source>&amp;Stuck</source>
        <translation>&amp;Hängende</translation>
    </message>
    <message>
        <source>&amp;Broken</source>
        <translation>&amp;Defekte</translation>
    </message>
    <message>
        <source>On several &amp;machines</source>
        <translation>Auf &amp;mehreren Maschinen</translation>
    </message>
    <message>
        <source>&amp;All problems</source>
        <translation>&amp;Alle Probleme</translation>
    </message>
    <message>
        <source>Only sessions that nobody has used for a while: idle as the broker tells, or else seen disconnected from here. Press to show all again</source>
        <translation>Nur Sitzungen, die eine Weile niemand benutzt hat: im Leerlauf laut Broker, oder von hier aus als getrennt beobachtet. Drücken Sie, um wieder alle anzuzeigen</translation>
    </message>
    <message>
        <source>%1. Show all again</source>
        <translation>%1. Wieder alle anzeigen</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>%1. Take this condition away</source>
        <translation>%1. Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Pasted list</source>
        <translation>Eingefügte Liste</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find a person, machine, host… (%1)</source>
        <translation>Benutzer, Maschine, Host… suchen (%1)</translation>
    </message>
    <message>
        <source>Find (%1)</source>
        <extracomment>In a field that is too narrow for a sentence. %1 are keys, such as Ctrl+F.</extracomment>
        <translation>Suchen (%1)</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::GroupingMenu</name>
    <message>
        <source>&amp;Not at all</source>
        <translation>&amp;Gar nicht</translation>
    </message>
    <message>
        <source>By &amp;collection</source>
        <translation>Nach &amp;Sammlung</translation>
    </message>
    <message>
        <source>By VM &amp;host</source>
        <translation>Nach &amp;Host</translation>
    </message>
    <message>
        <source>By &amp;user</source>
        <translation>Nach &amp;Benutzer</translation>
    </message>
    <message>
        <source>By &amp;state</source>
        <translation>Nach S&amp;tatus</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HandOffMenu</name>
    <message>
        <source>Hand o&amp;ver to</source>
        <translation>&amp;Übergeben an</translation>
    </message>
    <message>
        <source>Policy does not let programs take over.</source>
        <translation>Die Richtlinie lässt keine Programme übernehmen.</translation>
    </message>
    <message>
        <source>Select one session.</source>
        <translation>Wählen Sie eine Sitzung aus.</translation>
    </message>
    <message>
        <source>Ticket %1 in the browser</source>
        <translation>Ticket %1 im Browser</translation>
    </message>
    <message>
        <source>The program %1 could not be started.</source>
        <translation>Das Programm %1 konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HandOffPanel</name>
    <message>
        <source>Programs that take over, one a line</source>
        <translation>Programme, die übernehmen, eines je Zeile</translation>
    </message>
    <message>
        <source>Policy says which programs may take over.</source>
        <translation>Die Richtlinie bestimmt, welche Programme übernehmen dürfen.</translation>
    </message>
    <message>
        <source>It is not kept.</source>
        <translation>Es wird nicht behalten.</translation>
    </message>
    <message>
        <source>One a line: NAME = PROGRAM ARGUMENTS. Filled in are {host}, {vm}, {user}, {session}, {client} and {ticket}. Programs are started without a shell.</source>
        <translation>Eines je Zeile: NAME = PROGRAMM ARGUMENTE. Eingesetzt werden {host}, {vm}, {user}, {session}, {client} und {ticket}. Programme werden ohne Shell gestartet.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HelpWindow</name>
    <message>
        <source>Deskwarden help</source>
        <translation>Deskwarden-Hilfe</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the help text, by the name of its file in resources/help</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>No section has these words.</source>
        <translation>Kein Abschnitt enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HostsFlow</name>
    <message>
        <source>VM &amp;hosts…</source>
        <translation>VM-&amp;Hosts…</translation>
    </message>
    <message>
        <source>Every VM host with sessions, load, last answer and failures, and the servers of the deployment</source>
        <translation>Jeder Virtualisierungshost mit Sitzungen, Last, letzter Antwort und Fehlschlägen, dazu die Server der Bereitstellung</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HostsWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>VM hosts</source>
        <translation>Virtualisierungshosts</translation>
    </message>
    <message>
        <source>Servers of the deployment</source>
        <translation>Server der Bereitstellung</translation>
    </message>
    <message>
        <source>Asking for the VM hosts…</source>
        <translation>Die Virtualisierungshosts werden abgefragt…</translation>
    </message>
    <message>
        <source>No VM hosts are known. Connect to a broker that has some.</source>
        <translation>Es sind keine Virtualisierungshosts bekannt. Verbinden Sie sich mit einem Broker, der welche hat.</translation>
    </message>
    <message>
        <source>The brokers tell of no VM hosts.</source>
        <translation>Die Broker nennen keine Virtualisierungshosts.</translation>
    </message>
    <message>
        <source>1 server in the deployment:</source>
        <translation>1 Server in der Bereitstellung:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln servers in the deployment:</source>
        <translation>
            <numerusform>%Ln Server in der Bereitstellung:</numerusform>
            <numerusform>%Ln Server in der Bereitstellung:</numerusform>
        </translation>
    </message>
    <message>
        <source>The broker could not be asked.</source>
        <translation>Der Broker war nicht zu fragen.</translation>
    </message>
    <message>
        <source>The sessions are not known.</source>
        <translation>Die Sitzungen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The machines are not known.</source>
        <translation>Die Maschinen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The load of the hosts is not known.</source>
        <translation>Die Last der Hosts ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The servers of the deployment are not known.</source>
        <translation>Die Server der Bereitstellung sind nicht bekannt.</translation>
    </message>
    <message>
        <source>Last answers and failures are not known.</source>
        <translation>Letzte Antworten und Fehlschläge sind nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::IntervalCombo</name>
    <message>
        <source>As in Preferences</source>
        <translation>Wie in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::KeepPasswordPanel</name>
    <message>
        <source>&amp;Keep the password in the system&apos;s keychain</source>
        <translation>Kennwort im Schlüsselb&amp;und des Systems speichern</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the kept password</source>
        <translation>Das gespeicherte Kennwort vergessen</translation>
    </message>
    <message>
        <source>The keychain did not keep it: %1</source>
        <translation>Der Schlüsselbund hat es nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The keychain did not forget it: %1</source>
        <translation>Der Schlüsselbund hat es nicht vergessen: %1</translation>
    </message>
    <message>
        <source>This computer offers no keychain: passwords are forgotten when the program ends.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund: Kennwörter werden vergessen, wenn das Programm endet.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::KeptPasswordsPanel</name>
    <message>
        <source>&amp;Look in the keychain</source>
        <translation>&amp;Im Schlüsselbund nachsehen</translation>
    </message>
    <message>
        <source>Shows which passwords are kept for the servers of the list. The keychain may have to be unlocked.</source>
        <translation>Zeigt, welche Kennwörter für die Server der Liste gespeichert sind. Vielleicht muss der Schlüsselbund entsperrt werden.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the password of %1</source>
        <translation>Das Kennwort von %1 vergessen</translation>
    </message>
    <message>
        <source>The keychain did not forget it: %1</source>
        <translation>Der Schlüsselbund hat es nicht vergessen: %1</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Der Schlüsselbund wird gefragt…</translation>
    </message>
    <message>
        <source>This computer offers no keychain: passwords are forgotten when the program ends.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund: Kennwörter werden vergessen, wenn das Programm endet.</translation>
    </message>
    <message>
        <source>Passwords kept: %1</source>
        <translation>Gespeicherte Kennwörter: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LastServers</name>
    <message>
        <source>%1 refused the sign-in. So that your account is not locked, these servers were not asked with it: %2.</source>
        <translation>%1 hat die Anmeldung abgelehnt. Damit Ihr Konto nicht gesperrt wird, wurden diese Server nicht damit angesprochen: %2.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in as %2. So that the account is not locked, these servers were not asked with it: %3.</source>
        <translation>%1 hat die Anmeldung als %2 abgelehnt. Damit das Konto nicht gesperrt wird, wurden diese Server nicht damit angesprochen: %3.</translation>
    </message>
    <message>
        <source>Connect to them once you know that the password is right.</source>
        <translation>Verbinden Sie sich mit ihnen, sobald Sie wissen, dass das Kennwort stimmt.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Deskwarden is free software. The packages for Windows bring the libraries below; on Linux the system has its own.</source>
        <translation>Deskwarden ist freie Software. Die Pakete für Windows bringen die folgenden Bibliotheken mit; unter Linux hat das System seine eigenen.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bestandteil</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copyright: %1</source>
        <translation>Copyright: %1</translation>
    </message>
    <message>
        <source>Home: %1</source>
        <translation>Webseite: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelltext: %1</translation>
    </message>
    <message>
        <source>In the packages for Windows: %1</source>
        <translation>In den Paketen für Windows: %1</translation>
    </message>
    <message>
        <source>Its authors have placed it in the public domain.</source>
        <translation>Von den Urhebern der Allgemeinheit überlassen (gemeinfrei).</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LinkFlow</name>
    <message>
        <source>A link to another server</source>
        <translation>Ein Link auf einen anderen Server</translation>
    </message>
    <message>
        <source>A link names a server that this console has never connected to: %1</source>
        <translation>Ein Link nennt einen Server, mit dem diese Konsole noch nie verbunden war: %1</translation>
    </message>
    <message>
        <source>Go on only if you know it: the next step asks for your password. A link never connects by itself.</source>
        <translation>Machen Sie nur weiter, wenn Sie ihn kennen: Der nächste Schritt fragt nach Ihrem Kennwort. Ein Link verbindet nie von selbst.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden…</translation>
    </message>
    <message>
        <source>Do &amp;not connect</source>
        <translation>&amp;Nicht verbinden</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ListMenu</name>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>&amp;Text with tabs</source>
        <translation>&amp;Text mit Tabulatoren</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>T&amp;abelle</translation>
    </message>
    <message>
        <source>&amp;PowerShell objects</source>
        <translation>&amp;PowerShell-Objekte</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>Liste &amp;speichern…</translation>
    </message>
    <message>
        <source>Write what is shown to a file, as CSV or JSON</source>
        <translation>Was angezeigt wird, als CSV oder JSON in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Sa&amp;ve the selected lines…</source>
        <translation>Aus&amp;gewählte Zeilen speichern…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LogWindow</name>
    <message>
        <source>&amp;Stand still</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Listen to the brokers</source>
        <translation>Bei den Brokern mit&amp;hören</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>A&amp;b</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>New lines wait until this is switched off.</source>
        <translation>Neue Zeilen warten, bis dies ausgeschaltet wird.</translation>
    </message>
    <message>
        <source>What is said between this program and the brokers is recorded until this is switched off, and then shown with every name replaced.</source>
        <translation>Was dieses Programm und die Broker austauschen, wird aufgezeichnet, bis dies ausgeschaltet wird, und dann mit ersetzten Namen gezeigt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Listening. Switch it off to read what was said.</source>
        <translation>Es wird mitgehört. Schalten Sie es aus, um das Gesagte zu lesen.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineActions</name>
    <message>
        <source>Select the machines first.</source>
        <translation>Wählen Sie zuerst die Maschinen aus.</translation>
    </message>
    <message>
        <source>A user gets one desktop at a time: select one machine.</source>
        <translation>Ein Benutzer bekommt einen Desktop auf einmal: Wählen Sie eine Maschine aus.</translation>
    </message>
    <message>
        <source>Not possible: %1.</source>
        <translation>Nicht möglich: %1.</translation>
    </message>
    <message>
        <source>A ghost is a session on a machine that is off or saved: none of these is.</source>
        <translation>Ein Geist ist eine Sitzung auf einer Maschine, die aus oder gespeichert ist: Hier ist es keine.</translation>
    </message>
    <message>
        <source>&amp;Cure ghosts…</source>
        <translation>Geister &amp;heilen…</translation>
    </message>
    <message>
        <source>Start each machine, log off the session that is listed there, and save the machine again if it was saved</source>
        <translation>Jede Maschine starten, die dort aufgeführte Sitzung abmelden und die Maschine wieder speichern, wenn sie gespeichert war</translation>
    </message>
    <message>
        <source>Show the machines first.</source>
        <translation>Zeigen Sie zuerst die Maschinen an.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineBar</name>
    <message>
        <source>Only %1. Show all places again</source>
        <translation>Nur %1. Wieder alle Orte anzeigen</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Machines that somebody should look after: their state is not known, or they are off, saved or paused while a session is listed on them</source>
        <translation>Maschinen, um die sich jemand kümmern sollte: Ihr Zustand ist nicht bekannt, oder sie sind aus, gespeichert oder angehalten, während auf ihnen eine Sitzung verzeichnet ist</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Machines on their way into another state, or of a state that is not known</source>
        <translation>Maschinen auf dem Weg in einen anderen Zustand, oder deren Zustand nicht bekannt ist</translation>
    </message>
    <message>
        <source>Show all places again</source>
        <translation>Wieder alle Orte anzeigen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineConfirmation</name>
    <message>
        <source>DOMAIN\user</source>
        <translation>DOMÄNE\Benutzer</translation>
    </message>
    <message>
        <source>Assign &amp;to:</source>
        <translation>&amp;Zuweisen an:</translation>
    </message>
    <message>
        <source>There is no machine to act upon</source>
        <translation>Es gibt keine Maschine, mit der etwas getan werden kann</translation>
    </message>
    <message>
        <source>By state: %1</source>
        <translation>Nach Zustand: %1</translation>
    </message>
    <message>
        <source>By VM host: %1</source>
        <translation>Nach Virtualisierungshost: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineGroupingMenu</name>
    <message>
        <source>&amp;Not at all</source>
        <translation>&amp;Gar nicht</translation>
    </message>
    <message>
        <source>By VM &amp;host</source>
        <translation>Nach &amp;Host</translation>
    </message>
    <message>
        <source>By &amp;collection</source>
        <translation>Nach &amp;Sammlung</translation>
    </message>
    <message>
        <source>By &amp;state</source>
        <translation>Nach S&amp;tatus</translation>
    </message>
    <message>
        <source>By &amp;owner</source>
        <translation>Nach &amp;Besitzer</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachinePane</name>
    <message>
        <source>Filter of the machines</source>
        <translation>Filter der Maschinen</translation>
    </message>
    <message>
        <source>Find machines, as in: vdi-20 state:off,saved host:hv-12 user:anna</source>
        <translation>Maschinen finden, etwa: vdi-20 state:off,saved host:hv-12 user:anna</translation>
    </message>
    <message>
        <source>Connect to a Remote Desktop Connection Broker to see its virtual machines.</source>
        <translation>Verbinden Sie sich mit einem Remotedesktop-Verbindungsbroker, um seine virtuellen Maschinen zu sehen.</translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation>Der Filter blendet alles aus</translation>
    </message>
    <message>
        <source>1 machine is there, and does not match it.</source>
        <translation>1 Maschine ist da und passt nicht dazu.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln machines matches it.</source>
        <translation>
            <numerusform>Keine der %Ln Maschinen passt dazu.</numerusform>
            <numerusform>Keine der %Ln Maschinen passt dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Asking for the machines…</source>
        <translation>Die Maschinen werden abgefragt…</translation>
    </message>
    <message>
        <source>No virtual machines</source>
        <translation>Keine virtuellen Maschinen</translation>
    </message>
    <message>
        <source>The broker lists none. To an account without rights on the broker, Windows shows an empty list as well.</source>
        <translation>Der Broker führt keine auf. Auch einem Konto ohne Rechte auf dem Broker zeigt Windows eine leere Liste.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineView</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MainWindow</name>
    <message>
        <source>Deskwarden</source>
        <translation>Deskwarden</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MessageDialog</name>
    <message>
        <source>Send a message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>&amp;Grund oder Ticket:</translation>
    </message>
    <message>
        <source>Everybody who gets the message</source>
        <translation>Alle, die die Nachricht erhalten</translation>
    </message>
    <message>
        <source>There is nobody to write to.</source>
        <translation>Es gibt niemanden, dem geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Goes to:</source>
        <translation>&amp;Geht an:</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MessageEditor</name>
    <message>
        <source>&amp;Edit templates…</source>
        <translation>Vorlagen &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>What the user before reads</source>
        <translation>Was der vorige Benutzer liest</translation>
    </message>
    <message>
        <source>What the next user reads</source>
        <translation>Was der nächste Benutzer liest</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>eigener Text</translation>
    </message>
    <message>
        <source>Tem&amp;plate:</source>
        <translation>Vor&amp;lage:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>T&amp;itel:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>{minutes} is only filled in before a log off.</source>
        <translation>{minutes} wird nur vor einer Abmeldung eingesetzt.</translation>
    </message>
    <message>
        <source>With the longest name filled in: %1</source>
        <translation>Mit dem längsten Namen ausgefüllt: %1</translation>
    </message>
    <message>
        <source>Title %1 of %2, text %3 of %4 characters, with the longest name filled in</source>
        <translation>Titel %1 von %2, Text %3 von %4 Zeichen, mit dem längsten Namen ausgefüllt</translation>
    </message>
    <message>
        <source>%1 reads:</source>
        <translation>%1 liest:</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <extracomment>Of several people one reads this. %1 of %2 are numbers, %3 is &quot;CORP<byte value="x7"/>nna reads:&quot;.</extracomment>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MessageFirstPanel</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Users who may not have got the message are left alone, and the list says so</source>
        <translation>Benutzer, die die Nachricht vielleicht nicht erhalten haben, bleiben unbehelligt, und die Liste sagt es</translation>
    </message>
    <message>
        <source>Log off a&amp;fter:</source>
        <translation>Abmelden nac&amp;h:</translation>
    </message>
    <message>
        <source>Send a &amp;message first</source>
        <translation>Zuerst eine &amp;Nachricht senden</translation>
    </message>
    <message>
        <source>Log off &amp;only users who got the message</source>
        <translation>Nur Benutzer abmelden, die &amp;die Nachricht erhalten haben</translation>
    </message>
    <message>
        <source>Send a message first (policy forbids messages)</source>
        <translation>Zuerst eine Nachricht senden (die Richtlinie verbietet Nachrichten)</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::NoticePanel</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::OrdersWindow</name>
    <message>
        <source>What waits</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>What waits for an event</source>
        <translation>Was auf ein Ereignis wartet</translation>
    </message>
    <message>
        <source>As soon as</source>
        <translation>Sobald</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel the &amp;selected</source>
        <translation>A&amp;usgewählte abbrechen</translation>
    </message>
    <message>
        <source>Clear &amp;ended</source>
        <translation>&amp;Beendete entfernen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PaletteDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>A person, machine, host, collection, broker or command</source>
        <translation>Person, Maschine, Host, Sammlung, Broker oder Befehl</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nothing has this in its name.</source>
        <translation>Nichts trägt das in seinem Namen.</translation>
    </message>
    <message>
        <source>The best %1 of %2. Type more to narrow it down.</source>
        <translation>Die besten %1 von %2. Weitere Buchstaben grenzen es ein.</translation>
    </message>
    <message>
        <source>1 found.</source>
        <translation>1 gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found.</source>
        <translation>
            <numerusform>%Ln gefunden.</numerusform>
            <numerusform>%Ln gefunden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PaletteFlow</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PastedListDialog</name>
    <message>
        <source>Select from a list</source>
        <translation>Nach Liste auswählen</translation>
    </message>
    <message>
        <source>&amp;Paste users or sessions, one a line or parted by commas: a user&apos;s name, DOMAIN\user, or HOST/ID.</source>
        <translation>Benutzer oder Sitzungen &amp;einfügen, je Zeile eine Angabe oder durch Kommas getrennt: Benutzername, DOMÄNE\Benutzer oder HOST/ID.</translation>
    </message>
    <message>
        <source>Names of users or sessions</source>
        <translation>Namen von Benutzern oder Sitzungen</translation>
    </message>
    <message>
        <source>Names that select nothing</source>
        <translation>Namen, die nichts auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 could mean: %2</source>
        <translation>%1 kann bedeuten: %2</translation>
    </message>
    <message>
        <source>%1 has no session</source>
        <translation>%1 hat keine Sitzung</translation>
    </message>
    <message>
        <source>%1/%2 is not listed</source>
        <translation>%1/%2 ist nicht aufgeführt</translation>
    </message>
    <message>
        <source>Line %1 is no name: %2</source>
        <translation>Zeile %1 ist kein Name: %2</translation>
    </message>
    <message>
        <source>No names yet.</source>
        <translation>Noch keine Namen.</translation>
    </message>
    <message>
        <source>1 session found.</source>
        <translation>1 Sitzung gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions found.</source>
        <translation>
            <numerusform>%Ln Sitzung gefunden.</numerusform>
            <numerusform>%Ln Sitzungen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 name selects nothing:</source>
        <translation>1 Name wählt nichts aus:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln names select nothing:</source>
        <translation>
            <numerusform>%Ln Name wählt nichts aus:</numerusform>
            <numerusform>%Ln Namen wählen nichts aus:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Select 1 session</source>
        <translation>1 Sitzung &amp;auswählen</translation>
    </message>
    <message numerus="yes">
        <source>Select %Ln sessions</source>
        <translation>
            <numerusform>%Ln Sitzung auswählen</numerusform>
            <numerusform>%Ln Sitzungen auswählen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PersonFindsPanel</name>
    <message>
        <source>%1 · %2 by %3: %4</source>
        <translation>%1 · %2 durch %3: %4</translation>
    </message>
    <message>
        <source>Other sessions of this user</source>
        <translation>Weitere Sitzungen dieses Benutzers</translation>
    </message>
    <message>
        <source>What was done to this user</source>
        <translation>Was bei diesem Benutzer getan wurde</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PersonPhoto</name>
    <message>
        <source>Photo of %1</source>
        <translation>Foto von %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PinFlow</name>
    <message>
        <source>Pin the &amp;user</source>
        <translation>&amp;Benutzer merken</translation>
    </message>
    <message>
        <source>Pin the &amp;machine</source>
        <translation>&amp;Maschine merken</translation>
    </message>
    <message>
        <source>Pin the VM &amp;host</source>
        <translation>&amp;Host merken</translation>
    </message>
    <message>
        <source>&amp;Note on the user…</source>
        <translation>&amp;Notiz zum Benutzer…</translation>
    </message>
    <message>
        <source>No&amp;te on the machine…</source>
        <translation>Noti&amp;z zur Maschine…</translation>
    </message>
    <message>
        <source>N&amp;ote on the VM host…</source>
        <translation>N&amp;otiz zum Host…</translation>
    </message>
    <message>
        <source>Note on the user</source>
        <translation>Notiz zum Benutzer</translation>
    </message>
    <message>
        <source>Note on the machine</source>
        <translation>Notiz zur Maschine</translation>
    </message>
    <message>
        <source>Note on the VM host</source>
        <translation>Notiz zum Host</translation>
    </message>
    <message>
        <source>&amp;Pins and notes</source>
        <translation>&amp;Merken und Notizen</translation>
    </message>
    <message>
        <source>Keep it in the list at the left</source>
        <translation>In der Liste links behalten</translation>
    </message>
    <message>
        <source>Write down what you want to know next time; it stays on this computer</source>
        <translation>Aufschreiben, was Sie beim nächsten Mal wissen wollen; es bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>%1
The note is kept on this computer, and sent nowhere. An empty one is removed.</source>
        <translation>%1
Die Notiz bleibt auf diesem Computer und wird nirgendwohin gesendet. Eine leere wird entfernt.</translation>
    </message>
    <message>
        <source>This could not be saved. %1</source>
        <translation>Das konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlacesDock</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Servers, collections and VM hosts</source>
        <translation>Server, Sammlungen und Virtualisierungshosts</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>VM hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Alle Sitzungen</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlacesFlow</name>
    <message>
        <source>Select &amp;all sessions</source>
        <translation>&amp;Alle Sitzungen auswählen</translation>
    </message>
    <message>
        <source>&amp;Message everybody…</source>
        <translation>Allen eine &amp;Nachricht senden …</translation>
    </message>
    <message>
        <source>&amp;Drain VM host…</source>
        <translation>VM-&amp;Host leeren …</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <source>&amp;Edit the connection…</source>
        <translation>Verbindung &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>Disc&amp;onnect from the server</source>
        <translation>Vom Server &amp;trennen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlanDialog</name>
    <message>
        <source>Everything that is hit</source>
        <translation>Alles, was betroffen ist</translation>
    </message>
    <message>
        <source>What is left out, with the reason</source>
        <translation>Was ausgelassen wird, mit dem Grund</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>G&amp;rund oder Ticket:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Hit: %1</source>
        <translation>&amp;Betroffen: %1</translation>
    </message>
    <message>
        <source>&amp;Left out: %1</source>
        <translation>&amp;Ausgelassen: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PreferenceRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Fixed by the policy of this computer.</source>
        <translation>Durch die Richtlinie dieses Computers festgelegt.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PreferencesDialog</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Keine Einstellung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>&amp;All to their defaults</source>
        <translation>&amp;Alle auf den Standard</translation>
    </message>
    <message>
        <source>Kept passwords</source>
        <translation>Gespeicherte Kennwörter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Programs that take over</source>
        <translation>Programme, die übernehmen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProbeView</name>
    <message>
        <source>Sessions seen: %1</source>
        <translation>Gesehene Sitzungen: %1</translation>
    </message>
    <message>
        <source>Show t&amp;he certificate…</source>
        <translation>Zertifi&amp;kat anzeigen…</translation>
    </message>
    <message>
        <source>Stages of the test</source>
        <translation>Schritte des Tests</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet…</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Everything works: the sessions can be listed.</source>
        <translation>Alles funktioniert: Die Sitzungen können aufgelistet werden.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde gestoppt.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Another server is the active broker.</source>
        <translation>Ein anderer Server ist der aktive Broker.</translation>
    </message>
    <message>
        <source>Test the active broker</source>
        <translation>Den aktiven Broker testen</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Hide the steps</source>
        <translation>Schritte ausblenden</translation>
    </message>
    <message>
        <source>Testing: %1…</source>
        <translation>Wird getestet: %1…</translation>
    </message>
    <message>
        <source>Add the other brokers of this deployment: %1</source>
        <translation>Die anderen Broker dieser Bereitstellung hinzufügen: %1</translation>
    </message>
    <message>
        <source>Everything works: signed in by %1, the sessions can be listed.</source>
        <translation>Alles funktioniert: mit %1 angemeldet, die Sitzungen können aufgelistet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln steps</source>
        <translation>
            <numerusform>Den %Ln Schritt anzeigen</numerusform>
            <numerusform>Die %Ln Schritte anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProfilePanel</name>
    <message>
        <source>Demonstration</source>
        <translation>Demonstration</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>Keep what is typed</source>
        <translation>Eingaben speichern</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export without passwords…</source>
        <translation>Ohne Kennwörter exportieren…</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Server importieren</translation>
    </message>
    <message>
        <source>Servers (*.json)</source>
        <translation>Server (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is no list of servers: %2</source>
        <translation>%1 ist keine Liste von Servern: %2</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Server exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>1 simulated session</source>
        <translation>1 simulierte Sitzung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln simulated sessions</source>
        <translation>
            <numerusform>%Ln simulierte Sitzung</numerusform>
            <numerusform>%Ln simulierte Sitzungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProgramFlow</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkombinationen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReasonField</name>
    <message>
        <source>Reason or ticket</source>
        <translation>Grund oder Ticket</translation>
    </message>
    <message>
        <source>needed; such as %1</source>
        <translation>erforderlich, z. B. %1</translation>
    </message>
    <message>
        <source>such as %1; may stay empty</source>
        <translation>z. B. %1; kann leer bleiben</translation>
    </message>
    <message>
        <source>Policy asks for a reason or a ticket number</source>
        <translation>Die Richtlinie verlangt einen Grund oder eine Ticketnummer</translation>
    </message>
    <message>
        <source>for the record, may stay empty</source>
        <translation>für das Protokoll, kann leer bleiben</translation>
    </message>
    <message>
        <source>By your preferences a ticket looks like %1 (* stands for any text, # for one digit).</source>
        <translation>Nach Ihren Einstellungen sieht ein Ticket wie %1 aus (* steht für beliebigen Text, # für eine Ziffer).</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReportDialog</name>
    <message>
        <source>&amp;Put it together</source>
        <translation>&amp;Zusammenstellen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>Versions, settings and the last lines of the log, and if you choose a broker, what is said between it and this program while it is asked once more. Nothing is changed there. Names and addresses are replaced, passwords are never in it. You read it first; it goes to nobody by itself.</source>
        <translation>Versionen, Einstellungen und die letzten Zeilen des Protokolls, und wenn Sie einen Broker wählen, was er und dieses Programm austauschen, während er noch einmal gefragt wird. Dort wird nichts geändert. Namen und Adressen sind ersetzt, Kennwörter stehen nie darin. Sie lesen es zuerst; von selbst geht es an niemanden.</translation>
    </message>
    <message>
        <source>Conversation &amp;with</source>
        <translation>Austausch &amp;mit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>Kein Broker</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage bei %1…</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>Read it before you give it away.</source>
        <translation>Lesen Sie es, bevor Sie es weitergeben.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReviewPane</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>What would be given away</source>
        <translation>Was weitergegeben würde</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SelectFlow</name>
    <message>
        <source>This session is not listed any more.</source>
        <translation>Diese Sitzung ist nicht mehr in der Liste.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SelectMenu</name>
    <message>
        <source>Se&amp;lect</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>All &amp;disconnected</source>
        <translation>Alle &amp;getrennten</translation>
    </message>
    <message>
        <source>Probable &amp;ghosts</source>
        <translation>&amp;Vermutliche Geister</translation>
    </message>
    <message>
        <source>Stuck while &amp;signing out</source>
        <translation>Beim Ab&amp;melden hängende</translation>
    </message>
    <message>
        <source>&amp;Users on more than one virtual machine</source>
        <translation>&amp;Benutzer auf mehreren virtuellen Maschinen</translation>
    </message>
    <message>
        <source>All on this VM &amp;host</source>
        <translation>Alle auf diesem Virtualisierungs&amp;host</translation>
    </message>
    <message>
        <source>All in this &amp;collection</source>
        <translation>Alle in dieser &amp;Sammlung</translation>
    </message>
    <message>
        <source>From a &amp;list…</source>
        <translation>Nach &amp;Liste…</translation>
    </message>
    <message>
        <source>Paste names of users or sessions and select theirs</source>
        <translation>Namen von Benutzern oder Sitzungen einfügen und diese auswählen</translation>
    </message>
    <message>
        <source>Show only these and select them</source>
        <translation>Nur diese anzeigen und auswählen</translation>
    </message>
    <message>
        <source>All in this gro&amp;up</source>
        <translation>Alle in dieser G&amp;ruppe</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SessionPane</name>
    <message>
        <source>What became of them is being looked up; see Activity.</source>
        <translation>Was daraus wurde, wird nachgesehen; siehe „Aktivität“.</translation>
    </message>
    <message>
        <source>1 act was in flight when the program last ended.</source>
        <translation>1 Aktion war in Ausführung, als das Programm zuletzt endete.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts were in flight when the program last ended.</source>
        <translation>
            <numerusform>%Ln Aktion war in Ausführung, als das Programm zuletzt endete.</numerusform>
            <numerusform>%Ln Aktionen waren in Ausführung, als das Programm zuletzt endete.</numerusform>
        </translation>
    </message>
    <message>
        <source>Users of this server were told that they will be logged off.</source>
        <translation>Benutzern dieses Servers wurde eine Abmeldung angekündigt.</translation>
    </message>
    <message>
        <source>Cancel that in Activity, so that they are told, or wait until it is done.</source>
        <translation>Brechen Sie sie in der Aktivität ab, damit die Benutzer es erfahren, oder warten Sie, bis sie erledigt ist.</translation>
    </message>
    <message>
        <source>A VM host of this server is being drained.</source>
        <translation>Ein Virtualisierungshost dieses Servers wird geleert.</translation>
    </message>
    <message>
        <source>Stop the drain first, or wait until it has ended.</source>
        <translation>Stoppen Sie zuerst das Leeren, oder warten Sie, bis es beendet ist.</translation>
    </message>
    <message>
        <source>This session is gone.</source>
        <translation>Diese Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Acts on this server go in waves.</source>
        <translation>Aktionen auf diesem Server gehen in Wellen.</translation>
    </message>
    <message>
        <source>Stop the waves in Activity, or wait until they have ended.</source>
        <translation>Stoppen Sie die Wellen in der Aktivität, oder warten Sie, bis sie beendet sind.</translation>
    </message>
    <message>
        <source>Ghosts on this server are being cured.</source>
        <translation>Geister auf diesem Server werden geheilt.</translation>
    </message>
    <message>
        <source>Stop that in Activity, or wait until it has ended.</source>
        <translation>Halten Sie das bei den Aktivitäten an oder warten Sie das Ende ab.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SessionView</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkombinationen</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tun</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SizedTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::StateChip</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud for a button with a menu of what can be shown alone, such as Problems. %2 is such as 3 sessions.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show only %1: %2</source>
        <extracomment>Read aloud for the button that shows only those in one state. %2 is such as 3 sessions.</extracomment>
        <translation>Nur „%1“ anzeigen: %2</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::StatusStrip</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>List from %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>nächste in %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln servers</source>
        <translation>
            <numerusform>%Ln Server</numerusform>
            <numerusform>%Ln Server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SupportFlow</name>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>What this program has done and met since it was started.</source>
        <translation>Was dieses Programm seit dem Start getan und erlebt hat.</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Ein P&amp;roblem melden…</translation>
    </message>
    <message>
        <source>Put together what helps those who mend this program; you read it first.</source>
        <translation>Zusammenstellen, was beim Verbessern dieses Programms hilft; Sie lesen es zuerst.</translation>
    </message>
    <message>
        <source>Look for a &amp;newer version…</source>
        <translation>Nach &amp;neuerer Version suchen…</translation>
    </message>
    <message>
        <source>The policy of this computer forbids to ask.</source>
        <translation>Die Richtlinie dieses Computers verbietet die Frage.</translation>
    </message>
    <message>
        <source>Ask whether there is a newer version of this program.</source>
        <translation>Fragen, ob es eine neuere Version dieses Programms gibt.</translation>
    </message>
    <message>
        <source>This could not be saved. %1</source>
        <translation>Das konnte nicht gespeichert werden. %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::TemplatesDialog</name>
    <message>
        <source>The template needs a name.</source>
        <translation>Die Vorlage braucht einen Namen.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Templates of messages</source>
        <translation>Nachrichtenvorlagen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Brings back the templates that come with the program, and nothing else</source>
        <translation>Stellt die Vorlagen wieder her, die mit dem Programm kommen, und nichts sonst</translation>
    </message>
    <message>
        <source>What is filled in: {user} the user&apos;s name, {vm} the virtual machine, {minutes} the time until the log-off, {ticket} the reason or ticket.</source>
        <translation>Eingesetzt werden: {user} der Name des Benutzers, {vm} die virtuelle Maschine, {minutes} die Zeit bis zur Abmeldung, {ticket} der Grund oder das Ticket.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>T&amp;itel:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::Tour</name>
    <message>
        <source>Ticket 4711</source>
        <translation>Ticket 4711</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::UpdateDialog</name>
    <message>
        <source>Newer version</source>
        <translation>Neuere Version</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <translation>Seite &amp;öffnen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Frage bei %1…</translation>
    </message>
    <message>
        <source>Nothing is sent but the name of the program.</source>
        <translation>Es wird nur der Name des Programms gesendet.</translation>
    </message>
    <message>
        <source>The policy of this computer forbids to ask.</source>
        <translation>Die Richtlinie dieses Computers verbietet die Frage.</translation>
    </message>
    <message>
        <source>The address in the preferences cannot be used.</source>
        <translation>Die Adresse in den Einstellungen kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>It begins with https:// and names a file, or is empty.</source>
        <translation>Sie beginnt mit https:// und nennt eine Datei, oder sie ist leer.</translation>
    </message>
    <message>
        <source>Deskwarden %1 is the newest version.</source>
        <translation>Deskwarden %1 ist die neueste Version.</translation>
    </message>
    <message>
        <source>Deskwarden %1 is newer than the newest release, %2.</source>
        <translation>Deskwarden %1 ist neuer als die neueste Veröffentlichung, %2.</translation>
    </message>
    <message>
        <source>Deskwarden %1 of %2 can be had; this is %3.</source>
        <translation>Deskwarden %1 vom %2 ist erhältlich; hier läuft %3.</translation>
    </message>
    <message>
        <source>Its page: %1</source>
        <translation>Ihre Seite: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ViewFlow</name>
    <message>
        <source>Vie&amp;ws</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>%1: this version of Deskwarden does not understand a part of the view.</source>
        <translation>%1: Diese Version von Deskwarden versteht einen Teil der Ansicht nicht.</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>Keep filter, columns and sorting under a name</source>
        <translation>Filter, Spalten und Sortierung unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view. A view of that name is replaced.</source>
        <translation>Name der Ansicht. Eine Ansicht dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Update to what is shown now</source>
        <translation>Auf das jetzt Angezeigte a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>This version of Deskwarden does not understand a part of the view.</source>
        <translation>Diese Version von Deskwarden versteht einen Teil der Ansicht nicht.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save the view anew, or remove it.</source>
        <translation>Es wurde nichts geändert. Speichern Sie die Ansicht neu, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The view could not be saved. %1</source>
        <translation>Die Ansicht konnte nicht gespeichert werden. %1</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>New name of the view</source>
        <translation>Neuer Name der Ansicht</translation>
    </message>
    <message>
        <source>Remove the view</source>
        <translation>Ansicht entfernen</translation>
    </message>
    <message>
        <source>Remove the view “%1”? Sessions are not touched.</source>
        <translation>Ansicht „%1“ entfernen? Sitzungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WaveBar</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Begin the next wave</source>
        <translation>Die nächste Welle beginnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Begin nothing new; what was sent is still followed</source>
        <translation>Nichts Neues beginnen; was gesendet wurde, wird noch verfolgt</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WavesPanel</name>
    <message>
        <source>In &amp;waves: 1 session first, then 5, then 25, then the rest</source>
        <translation>In &amp;Wellen: zuerst 1 Sitzung, dann 5, dann 25, dann die übrigen</translation>
    </message>
    <message>
        <source>Pauses by itself when more sessions of a wave fail, stay unknown or keep signing out than you allow, or when users come back within a minute</source>
        <translation>Hält von selbst an, wenn mehr Sitzungen einer Welle fehlschlagen, unbekannt bleiben oder noch abgemeldet werden, als Sie zulassen, oder wenn Benutzer innerhalb einer Minute wiederkommen</translation>
    </message>
    <message>
        <source>So &amp;many of a wave may go wrong:</source>
        <translation>So &amp;viele einer Welle dürfen misslingen:</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WhyDialog</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>&amp;Broker</source>
        <translation>&amp;Broker</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Nachsehen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stoppen</translation>
    </message>
    <message>
        <source>&amp;Copy for ticket</source>
        <translation>Für Ticket &amp;kopieren</translation>
    </message>
    <message>
        <source>Why can&apos;t the user get in?</source>
        <translation>Warum kommt der Benutzer nicht hinein?</translation>
    </message>
    <message>
        <source>Looks at what the broker tells, and changes nothing.</source>
        <translation>Sieht nach, was der Broker meldet, und ändert nichts.</translation>
    </message>
    <message>
        <source>DOMAIN\user</source>
        <translation>DOMÄNE\Benutzer</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Machine that is asked for</source>
        <translation>&amp;Gewünschte Maschine</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird abgefragt…</translation>
    </message>
    <message>
        <source>Looks at what the broker and the directory tell, and changes nothing.</source>
        <translation>Sieht nach, was der Broker und das Verzeichnis melden, und ändert nichts.</translation>
    </message>
    <message>
        <source>Asking %1 and the directory…</source>
        <translation>%1 und das Verzeichnis werden abgefragt…</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WindowLayout</name>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Show columns, docks and sizes as at the first start</source>
        <translation>Spalten, Bereiche und Größen wie beim ersten Start</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WorkPages</name>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Sitzungen</translation>
    </message>
    <message>
        <source>Show who is working on which machine</source>
        <translation>Anzeigen, wer auf welcher Maschine arbeitet</translation>
    </message>
    <message>
        <source>&amp;Machines</source>
        <translation>&amp;Maschinen</translation>
    </message>
    <message>
        <source>Show every virtual machine of all brokers, with its state, host, owner and session</source>
        <translation>Jede virtuelle Maschine aller Broker anzeigen, mit Zustand, Host, Besitzer und Sitzung</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Was aufgeführt wird</translation>
    </message>
</context>
</TS>
