<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Deskwarden</source>
        <translation>О программе Deskwarden</translation>
    </message>
    <message>
        <source>Deskwarden %1</source>
        <translation>Deskwarden %1</translation>
    </message>
    <message>
        <source>Helpdesk console for Windows virtual desktop sessions.

MIT licence. Icons: Tabler Icons, MIT licence. Made with Qt %1.</source>
        <translation>Консоль службы поддержки для сеансов виртуальных рабочих столов Windows.

Лицензия MIT. Значки: Tabler Icons, лицензия MIT. Сделано с Qt %1.</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Лицензии…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>AccessTexts</name>
    <message>
        <source>it is starting</source>
        <translation>она запускается</translation>
    </message>
    <message>
        <source>it is being saved</source>
        <translation>она сохраняется</translation>
    </message>
    <message>
        <source>it is shutting down</source>
        <translation>она завершает работу</translation>
    </message>
    <message>
        <source>it is being paused</source>
        <translation>она приостанавливается</translation>
    </message>
    <message>
        <source>it is being resumed</source>
        <translation>она возобновляется</translation>
    </message>
    <message>
        <source>Ask whether that is this person; if not, disconnect the session or log it off.</source>
        <translation>Узнайте, тот ли это человек; если нет, отключите сеанс или выполните выход из системы.</translation>
    </message>
    <message>
        <source>A session of this person is in use: %1 on %2.</source>
        <translation>Сеанс этого пользователя используется: %1 на %2.</translation>
    </message>
    <message>
        <source>A session of this person is in use: %1 on %2, from the client %3.</source>
        <translation>Сеанс этого пользователя используется: %1 на %2, с клиента %3.</translation>
    </message>
    <message>
        <source>The collection that the person tries is not known: name it.</source>
        <translation>Неизвестно, к какой коллекции подключается пользователь: укажите её.</translation>
    </message>
    <message>
        <source>The address that was asked may stand for any broker of the deployment.</source>
        <translation>Указанный адрес может означать любого посредника развёртывания.</translation>
    </message>
    <message>
        <source>The state of the machine is not known.</source>
        <translation>Состояние виртуальной машины неизвестно.</translation>
    </message>
    <message>
        <source>Is the account disabled?</source>
        <translation>Отключена ли учётная запись?</translation>
    </message>
    <message>
        <source>Has the account expired?</source>
        <translation>Истёк ли срок учётной записи?</translation>
    </message>
    <message>
        <source>Is the account locked?</source>
        <translation>Заблокирована ли учётная запись?</translation>
    </message>
    <message>
        <source>Has the password expired?</source>
        <translation>Истёк ли срок пароля?</translation>
    </message>
    <message>
        <source>Does the collection keep this person out?</source>
        <translation>Закрыта ли коллекция для этого пользователя?</translation>
    </message>
    <message>
        <source>Is there no personal desktop for this person?</source>
        <translation>Нет личного рабочего стола для этого пользователя?</translation>
    </message>
    <message>
        <source>Is the machine assigned to somebody else?</source>
        <translation>Назначена ли машина другому пользователю?</translation>
    </message>
    <message>
        <source>Is there a ghost session?</source>
        <translation>Есть ли сеанс-призрак?</translation>
    </message>
    <message>
        <source>Is there a stuck session?</source>
        <translation>Есть ли зависший сеанс?</translation>
    </message>
    <message>
        <source>Does the VM host not answer?</source>
        <translation>Не отвечает ли узел виртуализации?</translation>
    </message>
    <message>
        <source>Is the machine turned off?</source>
        <translation>Выключена ли виртуальная машина?</translation>
    </message>
    <message>
        <source>Is the machine paused?</source>
        <translation>Приостановлена ли виртуальная машина?</translation>
    </message>
    <message>
        <source>Is the machine just starting or stopping?</source>
        <translation>Виртуальная машина сейчас запускается или останавливается?</translation>
    </message>
    <message>
        <source>Is the collection being patched?</source>
        <translation>Обновляется ли сейчас коллекция?</translation>
    </message>
    <message>
        <source>Is a session of this person in use elsewhere?</source>
        <translation>Используется ли сеанс этого пользователя в другом месте?</translation>
    </message>
    <message>
        <source>Is this broker passive?</source>
        <translation>Пассивен ли этот посредник?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Учётная запись отключена.</translation>
    </message>
    <message>
        <source>Have it enabled in the directory.</source>
        <translation>Попросите включить её в каталоге.</translation>
    </message>
    <message>
        <source>The account has expired.</source>
        <translation>Срок учётной записи истёк.</translation>
    </message>
    <message>
        <source>Have its end moved in the directory.</source>
        <translation>Попросите продлить её в каталоге.</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>Учётная запись заблокирована.</translation>
    </message>
    <message>
        <source>Have it unlocked, and find out what keeps trying an old password.</source>
        <translation>Попросите разблокировать её и выясните, что использует старый пароль.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Срок пароля истёк.</translation>
    </message>
    <message>
        <source>Have a new one set.</source>
        <translation>Попросите задать новый.</translation>
    </message>
    <message>
        <source>The collection %1 does not let this person in.</source>
        <translation>Коллекция %1 закрыта для этого пользователя.</translation>
    </message>
    <message>
        <source>Have the person added to a group that may use it.</source>
        <translation>Попросите добавить пользователя в группу, которой она разрешена.</translation>
    </message>
    <message>
        <source>In the collection %1 there is no desktop for this person.</source>
        <translation>В коллекции %1 нет рабочего стола для этого пользователя.</translation>
    </message>
    <message>
        <source>Assign a free one.</source>
        <translation>Назначьте свободный.</translation>
    </message>
    <message>
        <source>%1 is assigned to %2.</source>
        <translation>%1: назначено пользователю %2.</translation>
    </message>
    <message>
        <source>Find out which desktop belongs to this person, or have this one freed.</source>
        <translation>Выясните, какой рабочий стол принадлежит этому пользователю, или попросите освободить этот.</translation>
    </message>
    <message>
        <source>Session %1 on %2:</source>
        <translation>Сеанс %1 на %2:</translation>
    </message>
    <message>
        <source>Start the machine, then log the session off.</source>
        <translation>Запустите машину, затем выполните выход из системы для этого сеанса.</translation>
    </message>
    <message>
        <source>Session %1 on %2 is stuck in the state %3.</source>
        <translation>Сеанс %1 на %2 завис в состоянии %3.</translation>
    </message>
    <message>
        <source>Log it off; if it is still there after two minutes, restart the machine.</source>
        <translation>Выполните выход из системы; если через две минуты сеанс не исчез, перезапустите машину.</translation>
    </message>
    <message>
        <source>The VM host %1 does not tell how %2 is.</source>
        <translation>Узел виртуализации %1 не сообщает состояние %2.</translation>
    </message>
    <message>
        <source>Check whether the host runs and the broker reaches it.</source>
        <translation>Проверьте, работает ли узел и доступен ли он посреднику.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is turned off.</source>
        <translation>%1 на узле виртуализации %2: выключена.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>Запустите её.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is paused.</source>
        <translation>%1 на узле виртуализации %2: приостановлена.</translation>
    </message>
    <message>
        <source>Resume it.</source>
        <translation>Возобновите её работу.</translation>
    </message>
    <message>
        <source>%1 on the VM host %2 is not ready: %3.</source>
        <translation>%1 на узле виртуализации %2 не готова: %3.</translation>
    </message>
    <message>
        <source>Wait a minute, then look again.</source>
        <translation>Подождите минуту и проверьте снова.</translation>
    </message>
    <message>
        <source>The collection %1 is being patched, until %2.</source>
        <translation>Коллекция %1 обновляется до %2.</translation>
    </message>
    <message>
        <source>Tell the person when it ends.</source>
        <translation>Сообщите пользователю, когда это закончится.</translation>
    </message>
    <message>
        <source>This broker is passive: %1 is the active one.</source>
        <translation>Этот посредник пассивен: активен %1.</translation>
    </message>
    <message>
        <source>Ask the active one.</source>
        <translation>Опросите активного.</translation>
    </message>
    <message>
        <source>This broker lists no session and no desktop of this person.</source>
        <translation>У этого посредника нет ни сеанса, ни рабочего стола этого пользователя.</translation>
    </message>
    <message>
        <source>Check the name, and whether the person uses another broker.</source>
        <translation>Проверьте имя и то, не использует ли он другого посредника.</translation>
    </message>
    <message>
        <source>Nothing was found that keeps this person out.</source>
        <translation>Не найдено ничего, что мешает этому пользователю войти.</translation>
    </message>
    <message>
        <source>Ask what exactly the person sees, and look again while they try.</source>
        <translation>Спросите, что именно видит пользователь, и проверьте снова, пока он пробует войти.</translation>
    </message>
    <message>
        <source>Nothing was found that keeps this person out, but not everything is known.</source>
        <translation>Не найдено ничего, что мешает этому пользователю войти, но известно не всё.</translation>
    </message>
    <message>
        <source>Look at what is not known.</source>
        <translation>Проверьте то, что неизвестно.</translation>
    </message>
    <message>
        <source>%1 cannot get in; looked at on %2, broker %3.</source>
        <translation>%1 не может войти; проверено %2, посредник %3.</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>Неизвестно: %1</translation>
    </message>
    <message>
        <source>The broker lists nothing of that name any more.</source>
        <translation>В списках посредника больше нет ничего с таким именем.</translation>
    </message>
    <message>
        <source>It takes the person&apos;s groups, and no directory was asked.</source>
        <translation>Нужны группы пользователя, а каталог не спрашивали.</translation>
    </message>
    <message>
        <source>No directory was asked.</source>
        <translation>Каталог не спрашивали.</translation>
    </message>
    <message>
        <source>Choose one in the server&apos;s connection.</source>
        <translation>Выберите его в подключении к серверу.</translation>
    </message>
    <message>
        <source>It takes all of the person&apos;s groups, and the directory does not tell them.</source>
        <translation>Нужны все группы пользователя, а каталог их не сообщает.</translation>
    </message>
    <message>
        <source>The directory was asked, and does not tell it.</source>
        <translation>Каталог спросили, но он этого не сообщает.</translation>
    </message>
    <message>
        <source>Ask it by an account that may read this.</source>
        <translation>Спросите его от имени учётной записи, которой можно это читать.</translation>
    </message>
    <message>
        <source>The broker does not tell the collection&apos;s access list.</source>
        <translation>Посредник не сообщает список доступа коллекции.</translation>
    </message>
    <message>
        <source>The collection&apos;s access list has conditions that only Windows can judge.</source>
        <translation>В списке доступа коллекции есть условия, которые может проверить только Windows.</translation>
    </message>
</context>
<context>
    <name>ActReport</name>
    <message>
        <source>still running</source>
        <translation>ещё выполняется</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Причина: %1</translation>
    </message>
    <message>
        <source>%1 was logged off from %2 at %3. What was not saved then is lost. The user can sign in again now.</source>
        <extracomment>%1 is a user, %2 a machine, %3 a date and time</extracomment>
        <translation>Выход из системы: %1 на %2, %3. Несохранённая к этому времени работа потеряна. Пользователь может войти снова.</translation>
    </message>
    <message>
        <source>%1 was not on %2 any more at %3. The user can sign in again now.</source>
        <translation>Сеанса %1 на %2 уже не было: %3. Пользователь может войти снова.</translation>
    </message>
    <message>
        <source>%1 is being logged off from %2, and that was not over at %3. The user should wait some minutes before signing in again.</source>
        <translation>Выход из системы, %1 на %2, ещё не закончен: %3. Пользователю следует подождать несколько минут и войти снова.</translation>
    </message>
    <message>
        <source>Whether %1 was logged off from %2 is not known (%3). Look at the session before the user signs in again.</source>
        <translation>Выполнен ли выход из системы, %1 на %2, неизвестно (%3). Посмотрите на сеанс, прежде чем пользователь войдёт снова.</translation>
    </message>
</context>
<context>
    <name>ActivityBatches</name>
    <message>
        <source>Log off 1 session</source>
        <translation>Выход из системы: 1 сеанс</translation>
    </message>
    <message numerus="yes">
        <source>Log off %Ln sessions</source>
        <translation>
            <numerusform>Выход из системы: %Ln сеанс</numerusform>
            <numerusform>Выход из системы: %Ln сеанса</numerusform>
            <numerusform>Выход из системы: %Ln сеансов</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnect 1 session</source>
        <translation>Отключение 1 сеанса</translation>
    </message>
    <message numerus="yes">
        <source>Disconnect %Ln sessions</source>
        <translation>
            <numerusform>Отключение %Ln сеанса</numerusform>
            <numerusform>Отключение %Ln сеансов</numerusform>
            <numerusform>Отключение %Ln сеансов</numerusform>
        </translation>
    </message>
    <message>
        <source>Message to 1 user</source>
        <translation>Сообщение 1 пользователю</translation>
    </message>
    <message numerus="yes">
        <source>Message to %Ln users</source>
        <translation>
            <numerusform>Сообщение %Ln пользователю</numerusform>
            <numerusform>Сообщение %Ln пользователям</numerusform>
            <numerusform>Сообщение %Ln пользователям</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.</extracomment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>%1 of %2 finished</source>
        <translation>закончено %1 из %2</translation>
    </message>
    <message>
        <source>finished after %1 s</source>
        <translation>закончено за %1 с</translation>
    </message>
    <message>
        <source>%1, opened</source>
        <translation>%1, развёрнуто</translation>
    </message>
    <message>
        <source>%1, shut</source>
        <translation>%1, свёрнуто</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>Session (host/ID)</source>
        <translation>Сеанс (узел/ИД)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Пояснение</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>%1 does not answer, %2 s</source>
        <extracomment>%1 is a VM host, %2 a number of seconds</extracomment>
        <translation>%1 не отвечает, %2 с</translation>
    </message>
</context>
<context>
    <name>AddressTexts</name>
    <message>
        <source>Tries HTTPS first, then HTTP with encrypted messages.</source>
        <translation>Сначала HTTPS, затем HTTP с шифрованием сообщений.</translation>
    </message>
    <message>
        <source>WinRM over HTTPS, port %1.</source>
        <translation>WinRM по HTTPS, порт %1.</translation>
    </message>
    <message>
        <source>WinRM over HTTP, port %1, on this computer.</source>
        <translation>WinRM по HTTP, порт %1, на этом компьютере.</translation>
    </message>
    <message>
        <source>WinRM over HTTP, port %1, with encrypted messages.</source>
        <translation>WinRM по HTTP, порт %1, с шифрованием сообщений.</translation>
    </message>
    <message>
        <source>WMI over DCOM; only the Windows console can do this.</source>
        <translation>WMI через DCOM; доступно только в консоли для Windows.</translation>
    </message>
    <message>
        <source>A simulated broker inside this program, to look around and to train.</source>
        <translation>Имитация посредника подключений внутри программы: осмотреться и потренироваться.</translation>
    </message>
    <message>
        <source>broker.example.com (HTTPS, else encrypted HTTP)</source>
        <translation>broker.example.com (HTTPS, иначе HTTP с шифрованием)</translation>
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
        <translation>wmi://broker.example.com (в Windows)</translation>
    </message>
    <message>
        <source>demo:500 (simulated broker with 500 sessions)</source>
        <translation>demo:500 (имитация посредника с 500 сеансами)</translation>
    </message>
</context>
<context>
    <name>AuditWindow</name>
    <message>
        <source>In flight</source>
        <translation>Выполняется</translation>
    </message>
</context>
<context>
    <name>CodeTexts</name>
    <message>
        <source>The server offers no encryption of the messages.</source>
        <translation>Сервер не предлагает шифрования сообщений.</translation>
    </message>
    <message>
        <source>Use https://, or have NTLM&apos;s 128-bit encryption allowed on the server.</source>
        <translation>Используйте https:// или попросите разрешить на сервере 128-битное шифрование NTLM.</translation>
    </message>
    <message>
        <source>Windows accepted the request.</source>
        <translation>Windows приняла запрос.</translation>
    </message>
    <message>
        <source>The console looks again to see that the session is gone.</source>
        <translation>Консоль проверит, что сеанса больше нет.</translation>
    </message>
    <message>
        <source>You may see this session but not end it.</source>
        <translation>Сеанс вам виден, но выполнить в нём выход из системы вы не можете.</translation>
    </message>
    <message>
        <source>Ask for administrator rights on that VM host, or use an account that has them.</source>
        <translation>Запросите права администратора на этом узле виртуализации или войдите с учётной записью, у которой они есть.</translation>
    </message>
    <message>
        <source>The session no longer exists.</source>
        <translation>Сеанса больше нет.</translation>
    </message>
    <message>
        <source>Nothing to do; refresh.</source>
        <translation>Делать ничего не нужно; обновите список.</translation>
    </message>
    <message>
        <source>The virtual machine is not running.</source>
        <translation>Виртуальная машина не запущена.</translation>
    </message>
    <message>
        <source>Refresh. If the row stays it is a ghost: start the VM or have the broker entry cleared.</source>
        <translation>Обновите список. Если строка осталась, это сеанс-призрак: запустите виртуальную машину или попросите удалить запись на посреднике.</translation>
    </message>
    <message>
        <source>The host cannot do this to that kind of session.</source>
        <translation>Узел не может сделать это с таким сеансом.</translation>
    </message>
    <message>
        <source>Report it.</source>
        <translation>Сообщите об этом разработчикам.</translation>
    </message>
    <message>
        <source>The VM host&apos;s name was not found on the network.</source>
        <translation>Имя узла виртуализации не найдено в сети.</translation>
    </message>
    <message>
        <source>Check DNS and VPN.</source>
        <translation>Проверьте DNS и VPN.</translation>
    </message>
    <message>
        <source>The network connection dropped.</source>
        <translation>Сетевое подключение прервалось.</translation>
    </message>
    <message>
        <source>Refresh before trying again.</source>
        <translation>Обновите список, прежде чем повторять.</translation>
    </message>
    <message>
        <source>The server refused a value.</source>
        <translation>Сервер отверг одно из значений.</translation>
    </message>
    <message>
        <source>Title or text empty? Otherwise report it.</source>
        <translation>Не пуст ли заголовок или текст? Если нет, сообщите об этом разработчикам.</translation>
    </message>
    <message>
        <source>It took too long; the result is unknown.</source>
        <translation>Время ожидания истекло; результат неизвестен.</translation>
    </message>
    <message>
        <source>The session is already gone.</source>
        <translation>Сеанса уже нет.</translation>
    </message>
    <message>
        <source>No domain controller can be reached.</source>
        <translation>Ни один контроллер домена не доступен.</translation>
    </message>
    <message>
        <source>Check VPN and DNS.</source>
        <translation>Проверьте VPN и DNS.</translation>
    </message>
    <message>
        <source>These credentials cannot be used here.</source>
        <translation>Эти учётные данные здесь использовать нельзя.</translation>
    </message>
    <message>
        <source>Type them again; not a local or expired account.</source>
        <translation>Введите их заново; локальная или просроченная учётная запись не подойдёт.</translation>
    </message>
    <message>
        <source>The account lacks a Windows right.</source>
        <translation>У учётной записи нет нужной привилегии Windows.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Обратитесь к администратору.</translation>
    </message>
    <message>
        <source>Wrong user name or password.</source>
        <translation>Неверное имя пользователя или пароль.</translation>
    </message>
    <message>
        <source>Type DOMAIN\user and the password again.</source>
        <translation>Введите ДОМЕН\пользователь и пароль ещё раз.</translation>
    </message>
    <message>
        <source>This account is restricted (empty password, logon hours, protected users).</source>
        <translation>Учётная запись ограничена (пустой пароль, часы входа, защищённые пользователи).</translation>
    </message>
    <message>
        <source>Use another account.</source>
        <translation>Используйте другую учётную запись.</translation>
    </message>
    <message>
        <source>The password has expired.</source>
        <translation>Срок действия пароля истёк.</translation>
    </message>
    <message>
        <source>Change it first.</source>
        <translation>Сначала смените его.</translation>
    </message>
    <message>
        <source>The account is disabled.</source>
        <translation>Учётная запись отключена.</translation>
    </message>
    <message>
        <source>Have it enabled; do not keep trying.</source>
        <translation>Попросите включить её; не повторяйте попытки.</translation>
    </message>
    <message>
        <source>The domain cannot be found.</source>
        <translation>Домен не найден.</translation>
    </message>
    <message>
        <source>The account may not log on to this server over the network.</source>
        <translation>Учётной записи не разрешён вход на этот сервер по сети.</translation>
    </message>
    <message>
        <source>Ask for the policy to be changed.</source>
        <translation>Попросите изменить политику.</translation>
    </message>
    <message>
        <source>The clocks of the two machines differ too much.</source>
        <translation>Часы двух компьютеров слишком расходятся.</translation>
    </message>
    <message>
        <source>Set the time.</source>
        <translation>Установите точное время.</translation>
    </message>
    <message>
        <source>The VM host does not answer.</source>
        <translation>Узел виртуализации не отвечает.</translation>
    </message>
    <message>
        <source>Is it on? Is the name right? Firewall: port 135 and the WMI rules.</source>
        <translation>Включён ли он? Верно ли имя? Брандмауэр: порт 135 и правила WMI.</translation>
    </message>
    <message>
        <source>The host is overloaded.</source>
        <translation>Узел перегружен.</translation>
    </message>
    <message>
        <source>Try later, fewer at once.</source>
        <translation>Повторите позже, меньше сеансов сразу.</translation>
    </message>
    <message>
        <source>The connection broke in the middle; the result is unknown.</source>
        <translation>Соединение прервалось на середине; результат неизвестен.</translation>
    </message>
    <message>
        <source>The connection broke before anything was done.</source>
        <translation>Соединение прервалось до того, как что-либо было сделано.</translation>
    </message>
    <message>
        <source>Safe to try again.</source>
        <translation>Можно спокойно повторить.</translation>
    </message>
    <message>
        <source>The service on the host is not running.</source>
        <translation>Служба на узле не запущена.</translation>
    </message>
    <message>
        <source>Have Remote Desktop Services and WMI checked there.</source>
        <translation>Попросите проверить там службы удалённых рабочих столов и WMI.</translation>
    </message>
    <message>
        <source>A computer has lost its trust with the domain.</source>
        <translation>Один из компьютеров потерял доверительные отношения с доменом.</translation>
    </message>
    <message>
        <source>It must be rejoined.</source>
        <translation>Его нужно заново присоединить к домену.</translation>
    </message>
    <message>
        <source>The password must be changed before the first logon.</source>
        <translation>Перед первым входом нужно сменить пароль.</translation>
    </message>
    <message>
        <source>The account is locked.</source>
        <translation>Учётная запись заблокирована.</translation>
    </message>
    <message>
        <source>Have it unlocked; do not keep trying.</source>
        <translation>Попросите разблокировать её; не повторяйте попытки.</translation>
    </message>
    <message>
        <source>The session is already signing out.</source>
        <translation>Выход из системы в этом сеансе уже выполняется.</translation>
    </message>
    <message>
        <source>Wait; do not send it again.</source>
        <translation>Подождите; не отправляйте запрос повторно.</translation>
    </message>
    <message>
        <source>Remote Desktop Services is busy with this session.</source>
        <translation>Службы удалённых рабочих столов заняты этим сеансом.</translation>
    </message>
    <message>
        <source>Wait two minutes, try once more, then treat it as stuck.</source>
        <translation>Подождите две минуты и повторите один раз; если не помогло, считайте сеанс зависшим.</translation>
    </message>
    <message>
        <source>You are not allowed to act on this session.</source>
        <translation>Вам не разрешены действия с этим сеансом.</translation>
    </message>
    <message>
        <source>Ask for rights on that VM host.</source>
        <translation>Запросите права на этом узле виртуализации.</translation>
    </message>
    <message>
        <source>The broker could not do it and gave no reason.</source>
        <translation>Посредник не смог этого сделать и не назвал причину.</translation>
    </message>
    <message>
        <source>Try once more; then the broker&apos;s RDMS event logs.</source>
        <translation>Повторите ещё раз; затем смотрите журналы событий RDMS на посреднике.</translation>
    </message>
    <message>
        <source>That session no longer exists.</source>
        <translation>Этого сеанса больше нет.</translation>
    </message>
    <message>
        <source>You are signed in but have no rights in this part of WMI.</source>
        <translation>Вход выполнен, но прав в этой части WMI у вас нет.</translation>
    </message>
    <message>
        <source>On root\cimv2\rdms: Enable Account, Remote Enable, Execute Methods.</source>
        <translation>Для root\cimv2\rdms нужны: «Включить учётную запись», «Включить удалённо», «Выполнение методов».</translation>
    </message>
    <message>
        <source>The RDS management component on the broker failed.</source>
        <translation>На посреднике произошёл сбой компонента управления RDS.</translation>
    </message>
    <message>
        <source>RDMS service running? Its database reachable?</source>
        <translation>Запущена ли служба RDMS? Доступна ли её база данных?</translation>
    </message>
    <message>
        <source>WMI on the broker ran out of memory.</source>
        <translation>WMI на посреднике не хватило памяти.</translation>
    </message>
    <message>
        <source>Ask for less; have the quota raised.</source>
        <translation>Запрашивайте меньше; попросите увеличить квоту.</translation>
    </message>
    <message>
        <source>Something the broker needs is offline.</source>
        <translation>Недоступно что-то, что нужно посреднику.</translation>
    </message>
    <message>
        <source>Often a VM host or the database.</source>
        <translation>Часто это узел виртуализации или база данных.</translation>
    </message>
    <message>
        <source>The broker does not offer this.</source>
        <translation>Посредник этого не предоставляет.</translation>
    </message>
    <message>
        <source>Check its Windows version.</source>
        <translation>Проверьте версию Windows на нём.</translation>
    </message>
    <message>
        <source>This server is not a Connection Broker.</source>
        <translation>Этот сервер не является посредником подключений.</translation>
    </message>
    <message>
        <source>Use the broker&apos;s name, not that of a VM host or gateway.</source>
        <translation>Укажите имя посредника, а не узла виртуализации или шлюза.</translation>
    </message>
    <message>
        <source>The row is out of date.</source>
        <translation>Строка устарела.</translation>
    </message>
    <message>
        <source>Refresh.</source>
        <translation>Обновите список.</translation>
    </message>
    <message>
        <source>The broker does not know virtual desktop sessions.</source>
        <translation>Посредник не знает сеансов виртуальных рабочих столов.</translation>
    </message>
    <message>
        <source>Windows Server 2012 or later; otherwise its RDS provider must be repaired.</source>
        <translation>Нужна Windows Server 2012 или новее; если это так, нужно восстановить поставщик RDS.</translation>
    </message>
    <message>
        <source>The RDS provider is missing on the broker.</source>
        <translation>На посреднике нет поставщика RDS.</translation>
    </message>
    <message>
        <source>RDMS service running? Is this the passive broker?</source>
        <translation>Запущена ли служба RDMS? Не пассивный ли это посредник?</translation>
    </message>
    <message>
        <source>The RDS provider did not start.</source>
        <translation>Поставщик RDS не запустился.</translation>
    </message>
    <message>
        <source>The network connection broke.</source>
        <translation>Сетевое соединение прервалось.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Повторите попытку.</translation>
    </message>
    <message>
        <source>The console asked a malformed question.</source>
        <translation>Консоль отправила неверный запрос.</translation>
    </message>
    <message>
        <source>You cancelled. The server may have acted all the same.</source>
        <translation>Вы отменили. Сервер всё равно мог выполнить действие.</translation>
    </message>
    <message>
        <source>WMI on the broker is restarting.</source>
        <translation>WMI на посреднике перезапускается.</translation>
    </message>
    <message>
        <source>Wait a minute.</source>
        <translation>Подождите минуту.</translation>
    </message>
    <message>
        <source>The broker is busy.</source>
        <translation>Посредник занят.</translation>
    </message>
    <message>
        <source>Fewer at once, later.</source>
        <translation>Позже и меньше сразу.</translation>
    </message>
    <message>
        <source>The broker does not offer this action.</source>
        <translation>Посредник не предоставляет такого действия.</translation>
    </message>
    <message>
        <source>This action is disabled on the broker.</source>
        <translation>Это действие на посреднике отключено.</translation>
    </message>
    <message>
        <source>Ask its administrator.</source>
        <translation>Обратитесь к его администратору.</translation>
    </message>
    <message>
        <source>A user name was typed for this very computer.</source>
        <translation>Для этого самого компьютера указано имя пользователя.</translation>
    </message>
    <message>
        <source>Leave it empty for the local computer.</source>
        <translation>Для локального компьютера оставьте поле пустым.</translation>
    </message>
    <message>
        <source>WMI on the broker reached its quota.</source>
        <translation>WMI на посреднике исчерпал квоту.</translation>
    </message>
    <message>
        <source>The connection to WMI failed.</source>
        <translation>Не удалось подключиться к WMI.</translation>
    </message>
    <message>
        <source>Not finished yet.</source>
        <translation>Ещё не закончено.</translation>
    </message>
    <message>
        <source>Wait.</source>
        <translation>Подождите.</translation>
    </message>
    <message>
        <source>The list is incomplete: some of it is not yours to see.</source>
        <translation>Список неполон: часть его вам не видна.</translation>
    </message>
    <message>
        <source>Ask for rights.</source>
        <translation>Запросите права.</translation>
    </message>
    <message>
        <source>The list is incomplete.</source>
        <translation>Список неполон.</translation>
    </message>
    <message>
        <source>The list is incomplete: a source did not answer.</source>
        <translation>Список неполон: один из источников не ответил.</translation>
    </message>
    <message>
        <source>Refresh later.</source>
        <translation>Обновите список позже.</translation>
    </message>
    <message>
        <source>Access denied.</source>
        <translation>Отказано в доступе.</translation>
    </message>
    <message>
        <source>Wrong account, or no right to connect this way.</source>
        <translation>Не та учётная запись или нет права подключаться таким способом.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>WMI did not start on the server.</source>
        <translation>WMI на сервере не запустился.</translation>
    </message>
    <message>
        <source>Have the Winmgmt service restarted.</source>
        <translation>Попросите перезапустить службу Winmgmt.</translation>
    </message>
    <message>
        <source>The server dropped the connection.</source>
        <translation>Сервер разорвал соединение.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Подключитесь снова.</translation>
    </message>
    <message>
        <source>Kerberos does not know a server of that name.</source>
        <translation>Kerberos не знает сервера с таким именем.</translation>
    </message>
    <message>
        <source>Use the full name of one broker, not an address or alias.</source>
        <translation>Укажите полное имя одного посредника, а не адрес или псевдоним.</translation>
    </message>
    <message>
        <source>The server is not who the name says.</source>
        <translation>Сервер не тот, за кого выдаёт его имя.</translation>
    </message>
    <message>
        <source>The server does not answer to remote management.</source>
        <translation>Сервер не отвечает на запросы удалённого управления.</translation>
    </message>
    <message>
        <source>On the server: winrm quickconfig.</source>
        <translation>На сервере: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The answer was larger than allowed.</source>
        <translation>Ответ оказался больше допустимого.</translation>
    </message>
    <message>
        <source>The console asks again in smaller pieces.</source>
        <translation>Консоль запросит снова меньшими частями.</translation>
    </message>
    <message>
        <source>The server&apos;s identity is not proved.</source>
        <translation>Подлинность сервера не подтверждена.</translation>
    </message>
    <message>
        <source>Use its full name and a domain account, or TLS.</source>
        <translation>Используйте его полное имя и учётную запись домена либо TLS.</translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation>Слишком много запросов сразу.</translation>
    </message>
    <message>
        <source>Fewer in parallel.</source>
        <translation>Меньше одновременно.</translation>
    </message>
    <message>
        <source>Remote management is switched off on the server.</source>
        <translation>Удалённое управление на сервере выключено.</translation>
    </message>
    <message>
        <source>This account has used up its share of the server for now.</source>
        <translation>Эта учётная запись пока исчерпала свою долю ресурсов сервера.</translation>
    </message>
    <message>
        <source>Fewer in parallel, later.</source>
        <translation>Позже и меньше одновременно.</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is overloaded.</source>
        <translation>Удалённое управление сервера перегружено.</translation>
    </message>
    <message>
        <source>Later.</source>
        <translation>Позже.</translation>
    </message>
    <message>
        <source>Too many requests at once for this account.</source>
        <translation>Слишком много запросов сразу для этой учётной записи.</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is busy with other requests.</source>
        <translation>Удалённое управление сервера занято другими запросами.</translation>
    </message>
    <message>
        <source>The server does not find it.</source>
        <translation>Сервер этого не находит.</translation>
    </message>
    <message>
        <source>The answer was larger than the server allows, even in the smallest pieces.</source>
        <translation>Ответ больше, чем разрешает сервер, даже самыми мелкими частями.</translation>
    </message>
    <message>
        <source>Have MaxEnvelopeSizekb raised in the WinRM settings of the server.</source>
        <translation>Попросите увеличить MaxEnvelopeSizekb в настройках WinRM на сервере.</translation>
    </message>
    <message>
        <source>The server lost the place in its list.</source>
        <translation>Сервер потерял место в списке.</translation>
    </message>
    <message>
        <source>This account may sign in, but has no rights in the WMI namespace.</source>
        <translation>Учётной записи разрешён вход, но у неё нет прав в пространстве имён WMI.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s administrator for rights in root\cimv2\rdms.</source>
        <translation>Попросите у администратора посредника права на root\cimv2\rdms.</translation>
    </message>
    <message>
        <source>The service behind this class refused the account.</source>
        <translation>Служба, которая стоит за этим классом, отказала учётной записи.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s administrator for rights on the sessions.</source>
        <translation>Попросите у администратора посредника права на сеансы.</translation>
    </message>
    <message>
        <source>The server does not accept NTLM.</source>
        <translation>Сервер не принимает NTLM.</translation>
    </message>
    <message>
        <source>Sign in with Kerberos: type user@domain, and use the server&apos;s full name.</source>
        <translation>Войдите по Kerberos: введите имя в виде user@domain и укажите полное имя сервера.</translation>
    </message>
    <message>
        <source>There is no Kerberos ticket to sign in with.</source>
        <translation>Нет билета Kerberos для входа.</translation>
    </message>
    <message>
        <source>Type user name and password, or get a ticket (kinit).</source>
        <translation>Введите имя пользователя и пароль или получите билет (kinit).</translation>
    </message>
    <message>
        <source>The Kerberos ticket has expired.</source>
        <translation>Срок действия билета Kerberos истёк.</translation>
    </message>
    <message>
        <source>Get a new one (kinit), or type user name and password.</source>
        <translation>Получите новый (kinit) или введите имя пользователя и пароль.</translation>
    </message>
</context>
<context>
    <name>CureTexts</name>
    <message>
        <source>%1 stopped at: %2</source>
        <extracomment>%1 is a virtual machine, %2 a step such as &quot;logging the session off&quot;</extracomment>
        <translation>%1: остановлено на шаге «%2»</translation>
    </message>
    <message>
        <source>Ghosts cured: %1 of %2.</source>
        <translation>Вылечено призраков: %1 из %2.</translation>
    </message>
    <message>
        <source>starting the machine</source>
        <translation>запуск машины</translation>
    </message>
    <message>
        <source>waiting for Windows</source>
        <translation>ожидание Windows</translation>
    </message>
    <message>
        <source>logging the session off</source>
        <translation>выход из сеанса</translation>
    </message>
    <message>
        <source>saving the machine again</source>
        <translation>повторное сохранение машины</translation>
    </message>
    <message>
        <source>over</source>
        <translation>завершено</translation>
    </message>
    <message>
        <source>The cure is stopping: %1.</source>
        <translation>Лечение останавливается: %1.</translation>
    </message>
    <message>
        <source>Ghosts are being cured: %1.</source>
        <translation>Призраки лечатся: %1.</translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Directory</source>
        <translation>Каталог</translation>
    </message>
</context>
<context>
    <name>DrainTexts</name>
    <message>
        <source>nobody</source>
        <translation>никого</translation>
    </message>
    <message>
        <source>Telling the users</source>
        <translation>Пользователей предупреждают</translation>
    </message>
    <message>
        <source>Giving them time</source>
        <translation>Пользователям дано время</translation>
    </message>
    <message>
        <source>Logging off</source>
        <translation>Выход из системы</translation>
    </message>
    <message>
        <source>Watching for newcomers</source>
        <translation>Не войдёт ли кто-нибудь</translation>
    </message>
    <message>
        <source>Somebody is left</source>
        <translation>Кто-то остался</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Ожидание сервера</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Останавливается</translation>
    </message>
    <message>
        <source>Drained</source>
        <translation>Узел освобождён</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Messages to the users are on their way.</source>
        <translation>Сообщения пользователям отправляются.</translation>
    </message>
    <message>
        <source>Everybody has been told and has time to save.</source>
        <translation>Все предупреждены, у них есть время сохранить работу.</translation>
    </message>
    <message>
        <source>Each session is read again, then logged off, then looked for.</source>
        <translation>Каждый сеанс читается ещё раз, выполняется выход, затем проверяется, исчез ли сеанс.</translation>
    </message>
    <message>
        <source>Two lists in a row must show nobody any more.</source>
        <translation>Два списка подряд должны никого больше не показать.</translation>
    </message>
    <message>
        <source>The users who are left could not be logged off.</source>
        <translation>Выход из сеансов оставшихся пользователей выполнить не удалось.</translation>
    </message>
    <message>
        <source>Retry, look at the sessions&apos; virtual machines, or stop.</source>
        <translation>Повторите попытку, посмотрите на виртуальные машины этих сеансов или остановите освобождение.</translation>
    </message>
    <message>
        <source>Nothing new is begun.</source>
        <translation>Новое не начинается.</translation>
    </message>
    <message>
        <source>The server does not answer. It goes on as soon as there is a list again.</source>
        <translation>Сервер не отвечает. Работа продолжится, как только снова появится список.</translation>
    </message>
    <message>
        <source>Nothing new is begun; what was sent is still followed.</source>
        <translation>Новое не начинается; за отправленным ещё ведётся наблюдение.</translation>
    </message>
    <message>
        <source>Nobody is left on the host.</source>
        <translation>На узле никого не осталось.</translation>
    </message>
    <message>
        <source>Only sessions that were left out remain on the host.</source>
        <translation>На узле остались только исключённые сеансы.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Освобождение остановлено.</translation>
    </message>
    <message>
        <source>It was stopped before the host was empty.</source>
        <translation>Освобождение остановлено до того, как узел опустел.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Осталось</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Ушли</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>Новые</translation>
    </message>
    <message>
        <source>Need help</source>
        <translation>Нужно вмешательство</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Исключено</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Не начато</translation>
    </message>
    <message>
        <source>%1, gone by now</source>
        <translation>%1; теперь сеанса нет</translation>
    </message>
    <message>
        <source>Deskwarden does not keep anybody from signing in here: the broker&apos;s WMI class has no method for it. Set the host to drain mode first where your broker offers that; newcomers are logged off as well, after the same message and time.</source>
        <translation>Deskwarden не мешает входить на этот узел: в классе WMI посредника нет такого метода. Сначала запретите новые подключения к узлу, если посредник это позволяет; для новых пользователей тоже выполняется выход, после того же сообщения и того же времени.</translation>
    </message>
    <message>
        <source>VM host %1: %2</source>
        <translation>Узел виртуализации %1: %2</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Still on the host</source>
        <translation>Ещё на узле</translation>
    </message>
    <message>
        <source>Came while it was drained</source>
        <translation>Вошли во время освобождения</translation>
    </message>
</context>
<context>
    <name>FilterProposals</name>
    <message>
        <source>the user, with or without the domain</source>
        <translation>пользователь, с доменом или без</translation>
    </message>
    <message>
        <source>the virtual machine</source>
        <translation>виртуальная машина</translation>
    </message>
    <message>
        <source>the VM host</source>
        <translation>узел виртуализации</translation>
    </message>
    <message>
        <source>the collection</source>
        <translation>коллекция</translation>
    </message>
    <message>
        <source>the computer the user sits at</source>
        <translation>компьютер, за которым сидит пользователь</translation>
    </message>
    <message>
        <source>the broker</source>
        <translation>посредник подключений</translation>
    </message>
    <message>
        <source>the session ID</source>
        <translation>идентификатор сеанса</translation>
    </message>
    <message>
        <source>active, disconnected, …</source>
        <translation>active, disconnected, …</translation>
    </message>
    <message>
        <source>ghost, stuck, broken, several or stale</source>
        <translation>ghost, stuck, broken, several или stale</translation>
    </message>
    <message>
        <source>disconnected for longer or shorter</source>
        <translation>отключён дольше или меньше</translation>
    </message>
    <message>
        <source>unused for longer or shorter</source>
        <translation>не используется дольше или меньше</translation>
    </message>
    <message>
        <source>probably not there any more</source>
        <translation>вероятно, уже не существует</translation>
    </message>
    <message>
        <source>logging off does not end</source>
        <translation>выход не завершается</translation>
    </message>
    <message>
        <source>the user is on several machines</source>
        <translation>пользователь на нескольких машинах</translation>
    </message>
    <message>
        <source>the server could not be asked again</source>
        <translation>сервер не удалось опросить снова</translation>
    </message>
    <message>
        <source>Windows calls it broken</source>
        <translation>Windows считает сеанс неисправным</translation>
    </message>
    <message>
        <source>the full name of the user</source>
        <translation>полное имя пользователя</translation>
    </message>
</context>
<context>
    <name>FilterQuery</name>
    <message>
        <source>Write a time such as %1&gt;30m, %1&gt;4h or %1&lt;2d.</source>
        <translation>Напишите время, например %1&gt;30m, %1&gt;4h или %1&lt;2d.</translation>
    </message>
    <message>
        <source>There is no state called %1.</source>
        <translation>Состояния с именем %1 нет.</translation>
    </message>
    <message>
        <source>%1 could be %2 or %3: write more of it.</source>
        <translation>%1 может означать «%2» или «%3»: напишите подробнее.</translation>
    </message>
    <message>
        <source>After is: comes ghost, stuck, broken, several or stale.</source>
        <translation>После is: следует ghost, stuck, broken, several или stale.</translation>
    </message>
    <message>
        <source>After %1: comes what to look for.</source>
        <translation>После %1: следует то, что нужно найти.</translation>
    </message>
    <message>
        <source>A session ID is a number.</source>
        <translation>Идентификатор сеанса — это число.</translation>
    </message>
    <message>
        <source>A quotation mark is missing at the end.</source>
        <translation>В конце не хватает кавычки.</translation>
    </message>
    <message>
        <source>Between the quotation marks stands nothing.</source>
        <translation>Между кавычками ничего нет.</translation>
    </message>
    <message>
        <source>There is no field called %1. Fields are %2. To look for the text itself, put it in quotation marks.</source>
        <translation>Поля с именем %1 нет. Есть поля: %2. Чтобы найти сам текст, заключите его в кавычки.</translation>
    </message>
    <message>
        <source>Only gone and idle are compared with a time; write %1:value.</source>
        <translation>Со временем сравниваются только gone и idle; напишите %1:значение.</translation>
    </message>
</context>
<context>
    <name>HandOffTexts</name>
    <message>
        <source>Remote Desktop to the machine</source>
        <translation>Удалённый рабочий стол виртуальной машины</translation>
    </message>
    <message>
        <source>Install FreeRDP (on Debian the package freerdp2-x11); on Windows mstsc is part of the system.</source>
        <translation>Установите FreeRDP (в Debian пакет freerdp2-x11); в Windows программа mstsc входит в систему.</translation>
    </message>
    <message>
        <source>Console of the virtual machine</source>
        <translation>Консоль виртуальной машины</translation>
    </message>
    <message>
        <source>Install the Hyper-V management tools, a feature of Windows.</source>
        <translation>Установите средства управления Hyper-V, компонент Windows.</translation>
    </message>
    <message>
        <source>Remote assistance</source>
        <translation>Удалённый помощник</translation>
    </message>
    <message>
        <source>Add the feature Remote Assistance of Windows.</source>
        <translation>Добавьте компонент Windows «Удалённый помощник».</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Install it (on Debian the package iputils-ping).</source>
        <translation>Установите её (в Debian пакет iputils-ping).</translation>
    </message>
    <message>
        <source>A name is missing before the &quot;=&quot;.</source>
        <translation>Перед «=» нет имени.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no program.</source>
        <translation>«%1» не называет программы.</translation>
    </message>
    <message>
        <source>Write NAME = PROGRAM ARGUMENTS, one a line.</source>
        <translation>Пишите ИМЯ = ПРОГРАММА АРГУМЕНТЫ, по одной в строке.</translation>
    </message>
    <message>
        <source>A quotation mark has no second one: %1</source>
        <translation>У кавычки нет пары: %1</translation>
    </message>
    <message>
        <source>Nothing is known for {%1}.</source>
        <translation>Для {%1} ничего не известно.</translation>
    </message>
    <message>
        <source>There are {host}, {vm}, {user}, {session}, {client} and {ticket}.</source>
        <translation>Есть {host}, {vm}, {user}, {session}, {client} и {ticket}.</translation>
    </message>
    <message>
        <source>A program must be named as it is: &quot;%1&quot; would be chosen by a server.</source>
        <translation>Программа должна быть названа прямо: «%1» выбирал бы сервер.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a script, which Windows hands to a shell.</source>
        <translation>«%1» — сценарий, который Windows передаёт командной оболочке.</translation>
    </message>
    <message>
        <source>Name a program.</source>
        <translation>Назовите программу.</translation>
    </message>
    <message>
        <source>There are characters that cannot be seen: %1</source>
        <translation>Есть невидимые знаки: %1</translation>
    </message>
    <message>
        <source>This is too long: %1</source>
        <translation>Слишком длинно: %1</translation>
    </message>
    <message>
        <source>Nothing is known of this session for {%1}; the program was not started.</source>
        <translation>Об этом сеансе для {%1} ничего не известно; программа не запущена.</translation>
    </message>
    <message>
        <source>The value for {%1} has characters that it must not have; the program was not started.</source>
        <translation>В значении для {%1} есть недопустимые знаки; программа не запущена.</translation>
    </message>
    <message>
        <source>The value for {%1} would be taken for an option; the program was not started.</source>
        <translation>Значение для {%1} было бы принято за параметр; программа не запущена.</translation>
    </message>
    <message>
        <source>There can be %1 programs at most.</source>
        <translation>Программ может быть не больше %1.</translation>
    </message>
    <message>
        <source>The program %1 is not on this computer.</source>
        <translation>Программы %1 нет на этом компьютере.</translation>
    </message>
    <message>
        <source>Install it, or write its whole path in the preferences.</source>
        <translation>Установите её или запишите полный путь в настройках.</translation>
    </message>
</context>
<context>
    <name>HostListModel</name>
    <message>
        <source>not known</source>
        <translation>не известно</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Sessions with a user</source>
        <translation>Сеансы с пользователем</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>Sessions in which somebody may be working</source>
        <translation>Сеансы, в которых кто-то, возможно, работает</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Заняты</translation>
    </message>
    <message>
        <source>Connections on their way to the host</source>
        <translation>Подключения на пути к узлу</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ожидают</translation>
    </message>
    <message>
        <source>The broker&apos;s own indicator, without a unit</source>
        <translation>Собственный показатель посредника, без единицы</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Нагрузка</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Машины</translation>
    </message>
    <message>
        <source>Machines that run</source>
        <translation>Работающие машины</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Работают</translation>
    </message>
    <message>
        <source>When the host last answered an act, as the record of this computer tells</source>
        <translation>Когда узел в последний раз ответил на действие, по журналу этого компьютера</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Последний ответ</translation>
    </message>
    <message>
        <source>Acts of the last hour that failed or whose outcome is not known, as the record of this computer tells</source>
        <translation>Действия последнего часа, которые не удались или итог которых неизвестен, по журналу этого компьютера</translation>
    </message>
    <message>
        <source>Failed in 1 h</source>
        <translation>Неудачи за 1 ч</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
</context>
<context>
    <name>HostTexts</name>
    <message>
        <source>Connection Broker</source>
        <translation>Посредник подключений</translation>
    </message>
    <message>
        <source>Virtualization Host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Session Host</source>
        <translation>Узел сеансов</translation>
    </message>
    <message>
        <source>Web Access</source>
        <translation>Веб-доступ</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>Шлюз</translation>
    </message>
    <message>
        <source>Licensing</source>
        <translation>Лицензирование</translation>
    </message>
    <message>
        <source>Connection Broker, single sign-on</source>
        <translation>Посредник подключений, единый вход</translation>
    </message>
    <message>
        <source>Connection Broker, publishing</source>
        <translation>Посредник подключений, публикация</translation>
    </message>
</context>
<context>
    <name>IntervalText</name>
    <message>
        <source>Only on demand</source>
        <translation>Только по запросу</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation>Каждые %1 мин</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>Каждые %1 с</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Часть</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
</context>
<context>
    <name>MachineTable</name>
    <message>
        <source>On no VM host</source>
        <translation>Без узла виртуализации</translation>
    </message>
    <message>
        <source>In no collection</source>
        <translation>Без коллекции</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Никому не назначены</translation>
    </message>
</context>
<context>
    <name>MachineTableModel</name>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Назначена</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сеанс</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Почему исключён</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Узел</translation>
    </message>
</context>
<context>
    <name>MachineTexts</name>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключена</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлена</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранена</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запускается</translation>
    </message>
    <message>
        <source>Being saved</source>
        <translation>Сохраняется</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Завершает работу</translation>
    </message>
    <message>
        <source>Being paused</source>
        <translation>Приостанавливается</translation>
    </message>
    <message>
        <source>Being resumed</source>
        <translation>Возобновляется</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Неизвестно (%1)</translation>
    </message>
    <message>
        <source>The broker does not know the state: perhaps the VM host does not answer it.</source>
        <translation>Посредник не знает состояния: возможно, узел виртуализации ему не отвечает.</translation>
    </message>
    <message>
        <source>It is on.</source>
        <translation>Она включена.</translation>
    </message>
    <message>
        <source>It is off. Nobody can work on it before it is started.</source>
        <translation>Она выключена. Работать на ней нельзя, пока её не запустят.</translation>
    </message>
    <message>
        <source>It is halted in memory. Nobody can work on it before it is started again.</source>
        <translation>Она остановлена в памяти. Работать на ней нельзя, пока её снова не запустят.</translation>
    </message>
    <message>
        <source>Its memory is on disk. It goes on where it was when it is started.</source>
        <translation>Её память сохранена на диск. После запуска она продолжит с того же места.</translation>
    </message>
    <message>
        <source>It is on its way into another state. Wait, then look again.</source>
        <translation>Она переходит в другое состояние. Подождите и посмотрите снова.</translation>
    </message>
    <message>
        <source>The server reports a state that is not documented.</source>
        <translation>Сервер сообщает о недокументированном состоянии.</translation>
    </message>
    <message>
        <source>Machines without a name, which are not shown: %1.</source>
        <translation>Машины без имени, которые не показаны: %1.</translation>
    </message>
    <message>
        <source>Rows that repeat the name of another machine: %1. Of each such machine the first row is shown, and nothing is done to it.</source>
        <translation>Строки, повторяющие имя другой машины: %1. Для каждой такой машины показана первая строка, и с ней ничего не делается.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 VM host</source>
        <translation>1 узле виртуализации</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts</source>
        <translation>
            <numerusform>%Ln узле виртуализации</numerusform>
            <numerusform>%Ln узлах виртуализации</numerusform>
            <numerusform>%Ln узлах виртуализации</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody may be working on %1 of them.</source>
        <translation>На скольких из них, возможно, кто-то работает: %1.</translation>
    </message>
    <message>
        <source>%1 may be working on it right now.</source>
        <translation>Возможно, на ней сейчас работает %1.</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>и ещё 1</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
            <numerusform>и ещё %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageRules</name>
    <message>
        <source>The title is too long.</source>
        <translation>Заголовок слишком длинный.</translation>
    </message>
    <message>
        <source>The text is too long.</source>
        <translation>Текст слишком длинный.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be sent. Type it anew instead of pasting it.</source>
        <translation>В сообщении есть знак, который нельзя отправить. Наберите текст заново, не вставляя его.</translation>
    </message>
    <message>
        <source>The message needs a title.</source>
        <translation>Сообщению нужен заголовок.</translation>
    </message>
    <message>
        <source>The message needs a text.</source>
        <translation>Сообщению нужен текст.</translation>
    </message>
</context>
<context>
    <name>MessageTemplate</name>
    <message>
        <source>Nobody fills in %1. What is filled in: %2.</source>
        <translation>Вместо %1 ничего не подставляется. Подставляются: %2.</translation>
    </message>
</context>
<context>
    <name>NodeListModel</name>
    <message>
        <source>Server of the deployment</source>
        <translation>Сервер развёртывания</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Роли</translation>
    </message>
    <message>
        <source>Missing certificates</source>
        <translation>Недостающие сертификаты</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Посредник</translation>
    </message>
</context>
<context>
    <name>OrderTexts</name>
    <message>
        <source>It has come true.</source>
        <translation>Событие наступило.</translation>
    </message>
    <message>
        <source>Its time was up; nothing was done.</source>
        <translation>Срок истёк; ничего не сделано.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was done.</source>
        <translation>Отменено; ничего не сделано.</translation>
    </message>
    <message>
        <source>The session has ended by itself; nothing was left to do.</source>
        <translation>Сеанс завершился сам; делать было нечего.</translation>
    </message>
    <message>
        <source>Somebody else has the session now; nothing was done.</source>
        <translation>Сеанс теперь у другого пользователя; ничего не сделано.</translation>
    </message>
    <message>
        <source>Policy does not let it be; nothing was done.</source>
        <translation>Политика этого не разрешает; ничего не сделано.</translation>
    </message>
    <message>
        <source>Log off %1 (%2) as soon as the session has been disconnected for %3 min</source>
        <translation>Выход из системы для %1 (%2), как только сеанс отключён %3 мин</translation>
    </message>
    <message>
        <source>Tell as soon as nobody is on VM host %1</source>
        <translation>Сообщить, как только на узле виртуализации %1 никого нет</translation>
    </message>
    <message>
        <source>Send %1 a message as soon as the user is back</source>
        <translation>Отправить сообщение для %1, как только пользователь вернётся</translation>
    </message>
    <message>
        <source>Waits for a list of the server.</source>
        <translation>Ждёт списка сервера.</translation>
    </message>
    <message>
        <source>Waits; seen disconnected since %1.</source>
        <translation>Ждёт; сеанс виден отключённым с %1.</translation>
    </message>
    <message>
        <source>Waits.</source>
        <translation>Ждёт.</translation>
    </message>
    <message>
        <source>Its act is under way.</source>
        <translation>Действие выполняется.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Person</source>
        <translation>Человек</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Представление</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Connect to</source>
        <translation>Подключиться к</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Why can&apos;t %1 get in?</source>
        <translation>Почему %1 не может войти?</translation>
    </message>
</context>
<context>
    <name>PersonImpact</name>
    <message>
        <source>%1 is signed in (%2).</source>
        <translation>%1 в системе (%2).</translation>
    </message>
    <message>
        <source>%1 is working right now.</source>
        <translation>%1 сейчас работает.</translation>
    </message>
    <message>
        <source>%1 is working right now, and somebody watches the screen.</source>
        <translation>%1 сейчас работает, и кто-то наблюдает за экраном.</translation>
    </message>
    <message>
        <source>%1 is disconnected (%2).</source>
        <translation>%1: сеанс отключён (%2).</translation>
    </message>
    <message>
        <source>%1 is disconnected.</source>
        <translation>%1: сеанс отключён.</translation>
    </message>
    <message>
        <source>%1 is signing out already.</source>
        <translation>%1: выход из системы уже выполняется.</translation>
    </message>
    <message>
        <source>The session of %1 is in this state: %2.</source>
        <extracomment>%1 is a user, %2 the state of the session</extracomment>
        <translation>Состояние сеанса пользователя %1: %2.</translation>
    </message>
    <message>
        <source>Programs that still run are closed. What is not saved is lost.</source>
        <translation>Работающие программы будут закрыты. Несохранённая работа будет потеряна.</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>Несохранённая работа будет потеряна.</translation>
    </message>
    <message>
        <source>There is nothing to disconnect.</source>
        <translation>Отключать нечего.</translation>
    </message>
    <message>
        <source>The screen closes; the programs go on running.</source>
        <translation>Экран закроется, программы продолжат работать.</translation>
    </message>
    <message>
        <source>The message is seen only after connecting again.</source>
        <translation>Сообщение будет видно только после нового подключения.</translation>
    </message>
    <message>
        <source>Log off %1?</source>
        <translation>Выполнить выход из системы: %1?</translation>
    </message>
    <message>
        <source>&amp;Log off %1</source>
        <translation>&amp;Выход из системы: %1</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>Отключить сеанс %1?</translation>
    </message>
    <message>
        <source>&amp;Disconnect %1</source>
        <translation>О&amp;тключить: %1</translation>
    </message>
    <message>
        <source>Send a message to %1?</source>
        <translation>Отправить сообщение %1?</translation>
    </message>
    <message>
        <source>&amp;Send to %1</source>
        <translation>Отп&amp;равить: %1</translation>
    </message>
</context>
<context>
    <name>PreferenceSpec</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>A high-contrast palette of the system is left as it is.</source>
        <translation>Высококонтрастная палитра системы не меняется.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Ask for the list every</source>
        <translation>Запрашивать список каждые</translation>
    </message>
    <message>
        <source>How often each server is asked who is on which machine.</source>
        <translation>Как часто у каждого сервера запрашивается, кто на какой машине.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation>только по запросу</translation>
    </message>
    <message>
        <source>Acts at once on one server</source>
        <translation>Действий одновременно на одном сервере</translation>
    </message>
    <message>
        <source>More are quicker and weigh more on the server. For servers that are connected from now on.</source>
        <translation>Чем больше, тем быстрее и тем выше нагрузка на сервер. Для серверов, подключённых после изменения.</translation>
    </message>
    <message>
        <source>Look whether a log off worked for</source>
        <translation>Проверять, выполнен ли выход, в течение</translation>
    </message>
    <message>
        <source>After that time a session that is still there counts as still signing out. For servers that are connected from now on.</source>
        <translation>Если по истечении этого времени сеанс остался, его результат — «Выход ещё выполняется». Для серверов, подключённых после изменения.</translation>
    </message>
    <message>
        <source>Keep acts in the record for</source>
        <translation>Хранить действия в журнале</translation>
    </message>
    <message>
        <source>Older acts are removed from the audit log at the next start.</source>
        <translation>Более старые действия удаляются из журнала аудита при следующем запуске.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн.</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>Report acts to the system&apos;s log, too</source>
        <translation>Записывать действия и в системный журнал</translation>
    </message>
    <message>
        <source>Each act goes to the journal, syslog or event log of this computer as well. Takes effect at the next start.</source>
        <translation>Каждое действие записывается также в journald, syslog или журнал событий этого компьютера. Действует со следующего запуска.</translation>
    </message>
    <message>
        <source>Send a message before a log off</source>
        <translation>Отправлять сообщение перед выходом из системы</translation>
    </message>
    <message>
        <source>The confirmation starts with the message switched on.</source>
        <translation>В окне подтверждения сообщение уже включено.</translation>
    </message>
    <message>
        <source>Time to save after the message</source>
        <translation>Время на сохранение после сообщения</translation>
    </message>
    <message>
        <source>How long users have between the message and the log off.</source>
        <translation>Сколько времени у пользователей между сообщением и выходом из системы.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
    <message>
        <source>Log off only users who got the message</source>
        <translation>Выход только для тех, кто получил сообщение</translation>
    </message>
    <message>
        <source>A user whose message was not accepted is left alone.</source>
        <translation>Пользователь, сообщение которому не принято, не затрагивается.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Списки</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>What a ticket looks like</source>
        <translation>Вид номера заявки</translation>
    </message>
    <message>
        <source>A reason that looks different cannot be confirmed: * stands for any text, # for one digit. Empty: any reason.</source>
        <translation>Причину другого вида подтвердить нельзя: * означает любой текст, # — одну цифру. Пусто: любая причина.</translation>
    </message>
    <message>
        <source>Tell me when acts have ended</source>
        <translation>Сообщать, когда действия закончены</translation>
    </message>
    <message>
        <source>A notification of the desktop, while the window is not in use.</source>
        <translation>Уведомление рабочего стола, пока с окном не работают.</translation>
    </message>
    <message>
        <source>Ask for newer versions at</source>
        <translation>Запрашивать новые версии по адресу</translation>
    </message>
    <message>
        <source>Asked only by Help &gt; Look for a newer version, and told nothing but the name of the program. Empty: the project&apos;s own address.</source>
        <translation>Запрос выполняется только командой «Справка &gt; Проверить наличие новой версии»; передаётся только название программы. Пусто: адрес самого проекта.</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Новые версии</translation>
    </message>
    <message>
        <source>Connect to the servers of the last time at the start</source>
        <translation>При запуске подключаться к серверам прошлого раза</translation>
    </message>
    <message>
        <source>After one refused sign-in the others of that account are left alone.</source>
        <translation>После одного отказа во входе остальные серверы этой учётной записи не опрашиваются.</translation>
    </message>
    <message>
        <source>The language of the program.</source>
        <translation>Язык программы.</translation>
    </message>
    <message>
        <source>Where the page of a ticket is</source>
        <translation>Где страница заявки</translation>
    </message>
    <message>
        <source>{ticket} is filled in. Opened by Session &gt; Hand over to, in the browser. Empty: not offered.</source>
        <translation>{ticket} подставляется. Открывается через «Сеанс &gt; Передать» в браузере. Пусто: не предлагается.</translation>
    </message>
</context>
<context>
    <name>SavedText</name>
    <message>
        <source>Saved as %1.</source>
        <translation>Сохранено как %1.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>Сохранить показанное</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
</context>
<context>
    <name>ServerSign</name>
    <message>
        <source>connecting…</source>
        <translation>подключение…</translation>
    </message>
    <message>
        <source>list on its way…</source>
        <translation>список загружается…</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>подключён</translation>
    </message>
    <message>
        <source>list incomplete</source>
        <translation>список неполный</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>нет связи</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>во входе отказано</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>next in %1</source>
        <translation>снова через %1</translation>
    </message>
    <message>
        <source>again in %1</source>
        <translation>повтор через %1</translation>
    </message>
</context>
<context>
    <name>SessionTableModel</name>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Since (observed)</source>
        <translation>Наблюдается</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Logged on for</source>
        <translation>В системе</translation>
    </message>
    <message>
        <source>Disconnected for</source>
        <translation>Отключён</translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation>Простой</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>Idle / gone</source>
        <translation>Простой / откл.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>%1 on its host</source>
        <translation>%1 на своём узле</translation>
    </message>
    <message>
        <source>No collection</source>
        <translation>Без коллекции</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никого</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
</context>
<context>
    <name>TableState</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Изменить подключение…</translation>
    </message>
    <message>
        <source>You may not see the sessions of %1</source>
        <translation>Нет прав на просмотр сеансов: %1</translation>
    </message>
    <message>
        <source>Could not ask %1</source>
        <translation>Не удалось опросить %1</translation>
    </message>
    <message>
        <source>No server is connected</source>
        <translation>Нет подключённых серверов</translation>
    </message>
    <message>
        <source>Connect to a Remote Desktop Connection Broker to see who is on which virtual desktop.</source>
        <translation>Подключитесь к посреднику подключений к удалённым рабочим столам, чтобы увидеть, кто на каком виртуальном рабочем столе.</translation>
    </message>
    <message>
        <source>Connect to server…</source>
        <translation>Подключиться к серверу…</translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation>Фильтр скрывает всё</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Идёт опрос %1…</translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation>Нет сеансов</translation>
    </message>
    <message>
        <source>Nobody has a session there right now. To an account without rights on the broker, Windows shows an empty list as well.</source>
        <translation>Сейчас там нет ни одного сеанса. Учётной записи без прав на посреднике Windows тоже показывает пустой список.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Could not ask %1 again. Its sessions, greyed, are as they were %2.</source>
        <translation>Не удалось снова опросить %1. Его сеансы показаны серым: такими они были %2.</translation>
    </message>
    <message>
        <source>The list of %1 is not complete.</source>
        <translation>Список сеансов неполон: %1.</translation>
    </message>
    <message>
        <source>%1 is a passive broker. The active one is %2.</source>
        <translation>%1 — пассивный посредник. Активный — %2.</translation>
    </message>
    <message>
        <source>What a passive broker lists may be old or missing.</source>
        <translation>Список пассивного посредника может быть устаревшим или неполным.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Перейти на %1</translation>
    </message>
    <message>
        <source>1 session is there, and does not match it.</source>
        <translation>Есть 1 сеанс, и он ему не соответствует.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln sessions matches it.</source>
        <translation>
            <numerusform>Ему не соответствует ни один сеанс (всего %Ln).</numerusform>
            <numerusform>Ему не соответствует ни один из %Ln сеансов.</numerusform>
            <numerusform>Ему не соответствует ни один из %Ln сеансов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>The server refused the sign-in; it does not say why.</source>
        <translation>Сервер отказал во входе, не назвав причины.</translation>
    </message>
    <message>
        <source>Check user name (DOMAIN\user), password, and that the account may use remote management on this server. Repeated attempts can lock the account.</source>
        <translation>Проверьте имя (ДОМЕН\пользователь), пароль и право учётной записи на удалённое управление этим сервером. Повторные попытки могут её заблокировать.</translation>
    </message>
    <message>
        <source>No sign-in could be prepared on this computer.</source>
        <translation>На этом компьютере не удалось подготовить вход.</translation>
    </message>
    <message>
        <source>Type user name and password, or get a ticket (kinit). Check the clock and use the server&apos;s full name.</source>
        <translation>Введите имя и пароль или получите билет (kinit). Проверьте часы и используйте полное имя сервера.</translation>
    </message>
    <message>
        <source>The server does not offer the chosen way to sign in.</source>
        <translation>Сервер не предлагает выбранный способ входа.</translation>
    </message>
    <message>
        <source>It offers: %1. Choose one of these, or Automatic.</source>
        <translation>Он предлагает: %1. Выберите один из этих способов или «Автоматически».</translation>
    </message>
    <message>
        <source>Have the server&apos;s owner confirm the fingerprint and pin it, or choose the file with your organisation&apos;s certificate authority.</source>
        <translation>Попросите владельца сервера подтвердить отпечаток и закрепите его либо выберите файл с центром сертификации вашей организации.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here.</source>
        <translation>Сертификату сервера здесь не доверяют.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted here: %1.</source>
        <translation>Сертификату сервера здесь не доверяют: %1.</translation>
    </message>
    <message>
        <source>Something that was typed cannot be used.</source>
        <translation>Часть введённого использовать нельзя.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>Исправьте.</translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation>Это использовать нельзя: %1</translation>
    </message>
    <message>
        <source>No answer came in time; the server may have acted all the same.</source>
        <translation>Ответ не пришёл вовремя; сервер всё равно мог выполнить действие.</translation>
    </message>
    <message>
        <source>Refresh before trying again.</source>
        <translation>Обновите список, прежде чем повторять.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Ответ не пришёл вовремя.</translation>
    </message>
    <message>
        <source>Try again; if it happens often, allow more time for a call in the connection.</source>
        <translation>Повторите; если это случается часто, увеличьте время вызова в настройках подключения.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came; the server may have acted.</source>
        <translation>Соединение прервалось до прихода ответа; сервер мог выполнить действие.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <translation>Соединение прервалось.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Повторите попытку.</translation>
    </message>
    <message>
        <source>The server no longer knew the sign-in, which it had accepted (HTTP 401).</source>
        <translation>Сервер больше не помнит вход, который ранее принял (HTTP 401).</translation>
    </message>
    <message>
        <source>Refresh. If it happens often, have the server and what stands in between looked at; the password is not the cause.</source>
        <translation>Обновите список. Если это случается часто, пусть проверят сервер и то, что стоит между вами; дело не в пароле.</translation>
    </message>
    <message>
        <source>The server does not say by which ways it lets people sign in.</source>
        <translation>Сервер не сообщает, какими способами он позволяет входить.</translation>
    </message>
    <message>
        <source>Name one: as the sign-in method of the connection, or by --auth negotiate, kerberos, ntlm or basic.</source>
        <translation>Назовите способ сами: как способ входа в подключении или параметром --auth negotiate, kerberos, ntlm или basic.</translation>
    </message>
    <message>
        <source>The server refers to another address: %1 (HTTP %2). Nobody went there.</source>
        <translation>Сервер отсылает по другому адресу: %1 (HTTP %2). Переход туда не выполнялся.</translation>
    </message>
    <message>
        <source>If it is the right one, connect to it.</source>
        <translation>Если это нужный адрес, подключитесь к нему.</translation>
    </message>
    <message>
        <source>The server refused the sign-in as too large: its token has %1 bytes (HTTP %2).</source>
        <translation>Сервер отклонил вход как слишком большой: его маркер занимает %1 байт (HTTP %2).</translation>
    </message>
    <message>
        <source>Accounts in hundreds of groups have large tokens. Have MaxFieldLength and MaxRequestBytes raised on the server, or use an account in fewer groups.</source>
        <translation>У учётных записей, входящих в сотни групп, большие маркеры. Попросите увеличить MaxFieldLength и MaxRequestBytes на сервере или используйте учётную запись с меньшим числом групп.</translation>
    </message>
    <message>
        <source>The server refused the request as malformed or too long (HTTP 400).</source>
        <translation>Сервер отклонил запрос как неверный или слишком длинный (HTTP 400).</translation>
    </message>
    <message>
        <source>Look whether something in between changes requests, and report it with the details.</source>
        <translation>Проверьте, не изменяет ли запросы что-то по пути, и сообщите об этом, приложив подробности.</translation>
    </message>
    <message>
        <source>Have MaxEnvelopeSizekb raised in the WinRM settings of the server.</source>
        <translation>Попросите увеличить MaxEnvelopeSizekb в настройках WinRM на сервере.</translation>
    </message>
    <message>
        <source>The server refused the request as too large (HTTP 413).</source>
        <translation>Сервер отклонил запрос как слишком большой (HTTP 413).</translation>
    </message>
    <message>
        <source>The server does not know the class that was asked for.</source>
        <translation>Сервер не знает запрошенного класса.</translation>
    </message>
    <message>
        <source>The server does not know the class %1.</source>
        <translation>Сервер не знает класса %1.</translation>
    </message>
    <message>
        <source>Check the spelling and the namespace.</source>
        <translation>Проверьте написание и пространство имён.</translation>
    </message>
    <message>
        <source>The server forbids remote management to this account (HTTP 403).</source>
        <translation>Сервер запрещает этой учётной записи удалённое управление (HTTP 403).</translation>
    </message>
    <message>
        <source>Have the account added to Remote Management Users on the server.</source>
        <translation>Попросите добавить учётную запись в группу «Пользователи удалённого управления» на сервере.</translation>
    </message>
    <message>
        <source>There is no remote management at this address (HTTP 404).</source>
        <translation>По этому адресу нет удалённого управления (HTTP 404).</translation>
    </message>
    <message>
        <source>The server&apos;s remote management is overloaded or stopped (HTTP 503).</source>
        <translation>Удалённое управление сервера перегружено или остановлено (HTTP 503).</translation>
    </message>
    <message>
        <source>Try again in a minute; then have the WinRM service checked.</source>
        <translation>Повторите через минуту; затем попросите проверить службу WinRM.</translation>
    </message>
    <message>
        <source>The server answered with HTTP status %1 and no explanation.</source>
        <translation>Сервер ответил состоянием HTTP %1 без пояснений.</translation>
    </message>
    <message>
        <source>Look whether a proxy or another web server stands in between.</source>
        <translation>Проверьте, нет ли на пути прокси или другого веб-сервера.</translation>
    </message>
    <message>
        <source>The server said no and gave no code.</source>
        <translation>Сервер отказал, не указав кода.</translation>
    </message>
    <message>
        <source>Its own words stand in the details.</source>
        <translation>Его собственные слова показаны в подробностях.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>No computer of that name was found.</source>
        <translation>Компьютер с таким именем не найден.</translation>
    </message>
    <message>
        <source>Check the spelling, DNS and the VPN.</source>
        <translation>Проверьте написание, DNS и VPN.</translation>
    </message>
    <message>
        <source>The computer answers, but remote management does not.</source>
        <translation>Компьютер отвечает, но удалённое управление — нет.</translation>
    </message>
    <message>
        <source>Check the port (5986 or 5985). On the server: winrm quickconfig.</source>
        <translation>Проверьте порт (5986 или 5985). На сервере: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Сервер не отвечает.</translation>
    </message>
    <message>
        <source>Is it on? Is the VPN up? Does a firewall let ports 5985 and 5986 through?</source>
        <translation>Включён ли он? Работает ли VPN? Пропускает ли брандмауэр порты 5985 и 5986?</translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation>Защищённое соединение не установлено.</translation>
    </message>
    <message>
        <source>Is this really the HTTPS port (5986)? For 5985 the address starts with http://.</source>
        <translation>Это точно порт HTTPS (5986)? Для порта 5985 адрес начинается с http://.</translation>
    </message>
    <message>
        <source>The server shows another certificate than the one that was pinned.</source>
        <translation>Сервер предъявляет не тот сертификат, который закреплён.</translation>
    </message>
    <message>
        <source>Ask the server&apos;s owner whether it was renewed. Until then do not sign in.</source>
        <translation>Узнайте у владельца сервера, обновлялся ли сертификат. До этого не входите.</translation>
    </message>
    <message>
        <source>This port wants a secure connection.</source>
        <translation>Этот порт требует защищённого соединения.</translation>
    </message>
    <message>
        <source>Let the address start with https://.</source>
        <translation>Начните адрес с https://.</translation>
    </message>
    <message>
        <source>The password would have gone over the network unprotected, so it was not sent.</source>
        <translation>Пароль ушёл бы по сети незащищённым, поэтому он не был отправлен.</translation>
    </message>
    <message>
        <source>Use https://, or another sign-in method than Basic.</source>
        <translation>Используйте https:// или другой способ входа вместо Basic.</translation>
    </message>
    <message>
        <source>The server refuses messages that are not encrypted.</source>
        <translation>Сервер не принимает незашифрованные сообщения.</translation>
    </message>
    <message>
        <source>Use https://, or sign in with Negotiate, Kerberos or NTLM.</source>
        <translation>Используйте https:// или войдите через Negotiate, Kerberos или NTLM.</translation>
    </message>
    <message>
        <source>An answer was not protected as agreed; something in between may have changed it.</source>
        <translation>Ответ не защищён так, как было условлено; по пути его могли изменить.</translation>
    </message>
    <message>
        <source>Do not go on over this network. Use https:// and tell your security people.</source>
        <translation>Не продолжайте в этой сети. Используйте https:// и сообщите службе безопасности.</translation>
    </message>
    <message>
        <source>Something else than Windows remote management answers at this address.</source>
        <translation>По этому адресу отвечает не удалённое управление Windows.</translation>
    </message>
    <message>
        <source>Check name and port: 5986 for HTTPS, 5985 for HTTP.</source>
        <translation>Проверьте имя и порт: 5986 для HTTPS, 5985 для HTTP.</translation>
    </message>
    <message>
        <source>The answer could not be understood; the server may have acted.</source>
        <translation>Ответ не удалось разобрать; сервер мог выполнить действие.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood.</source>
        <translation>Ответ сервера не удалось разобрать.</translation>
    </message>
    <message>
        <source>Refresh. If it stays so, report it with the details.</source>
        <translation>Обновите список. Если не поможет, сообщите разработчикам, приложив подробности.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than this program accepts.</source>
        <translation>Ответ сервера больше, чем принимает программа.</translation>
    </message>
    <message>
        <source>Report it with the details.</source>
        <translation>Сообщите разработчикам, приложив подробности.</translation>
    </message>
    <message>
        <source>The server goes on sending a list that does not end.</source>
        <translation>Сервер передаёт список, который не кончается.</translation>
    </message>
    <message>
        <source>Try again; then have the RDMS service on the broker restarted.</source>
        <translation>Повторите; затем попросите перезапустить службу RDMS на посреднике.</translation>
    </message>
    <message>
        <source>This cannot be done over this kind of connection, or not on this computer.</source>
        <translation>По такому подключению или на этом компьютере это невозможно.</translation>
    </message>
    <message>
        <source>Choose another kind of connection.</source>
        <translation>Выберите другой вид подключения.</translation>
    </message>
    <message>
        <source>The audit log could not be written, so nothing was done.</source>
        <translation>Не удалось записать журнал аудита, поэтому ничего не сделано.</translation>
    </message>
    <message>
        <source>Free some disk space or check the rights on the audit log, then try again.</source>
        <translation>Освободите место на диске или проверьте права на журнал аудита, затем повторите.</translation>
    </message>
    <message>
        <source>This computer is short of memory or of open files, or too many calls are still hanging.</source>
        <translation>На этом компьютере не хватает памяти или открыто слишком много файлов, или слишком много вызовов ещё ждут ответа.</translation>
    </message>
    <message>
        <source>Wait for the running calls, or start the program anew.</source>
        <translation>Дождитесь окончания вызовов или перезапустите программу.</translation>
    </message>
    <message>
        <source>Nothing was done: another user has this session now.</source>
        <translation>Ничего не сделано: теперь это сеанс другого пользователя.</translation>
    </message>
    <message>
        <source>Refresh, and choose again if you still need to.</source>
        <translation>Обновите список и, если нужно, выберите заново.</translation>
    </message>
    <message>
        <source>Nothing was done: the session now belongs to another virtual machine.</source>
        <translation>Ничего не сделано: теперь сеанс относится к другой виртуальной машине.</translation>
    </message>
    <message>
        <source>Nothing was done: the user has come back and is working again.</source>
        <translation>Ничего не сделано: пользователь вернулся и снова работает.</translation>
    </message>
    <message>
        <source>Call or message the user first.</source>
        <translation>Сначала позвоните или напишите пользователю.</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 пользователь</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users</source>
        <translation>
            <numerusform>%Ln пользователь</numerusform>
            <numerusform>%Ln пользователя</numerusform>
            <numerusform>%Ln пользователей</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 сеанс</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions</source>
        <translation>
            <numerusform>%Ln сеанс</numerusform>
            <numerusform>%Ln сеанса</numerusform>
            <numerusform>%Ln сеансов</numerusform>
        </translation>
    </message>
    <message>
        <source>1 VM host</source>
        <translation>1 узел виртуализации</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts</source>
        <translation>
            <numerusform>%Ln узел виртуализации</numerusform>
            <numerusform>%Ln узла виртуализации</numerusform>
            <numerusform>%Ln узлов виртуализации</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Log off %1 on %2?</source>
        <translation>Выполнить выход из системы (%1, %2)?</translation>
    </message>
    <message>
        <source>Disconnect %1 on %2?</source>
        <translation>Отключить сеансы (%1, %2)?</translation>
    </message>
    <message>
        <source>Send a message to %1 on %2?</source>
        <translation>Отправить сообщение (%1, %2)?</translation>
    </message>
    <message>
        <source>Log off %1</source>
        <translation>Выход из системы: %1</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>Отключить: %1</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Отправить: %1</translation>
    </message>
    <message>
        <source>Their programs are closed, and work that is not saved is lost.</source>
        <translation>Программы будут закрыты, несохранённая работа будет потеряна.</translation>
    </message>
    <message>
        <source>Their screens close; the programs go on running, and they can connect again.</source>
        <translation>Экраны закроются; программы продолжат работать, и пользователи смогут подключиться снова.</translation>
    </message>
    <message>
        <source>A window with the message appears in their sessions. It cannot be taken back.</source>
        <translation>В сеансах появится окно с сообщением. Отозвать его нельзя.</translation>
    </message>
    <message>
        <source>1 active user will lose unsaved work</source>
        <translation>1 активный пользователь потеряет несохранённую работу</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active users will lose unsaved work</source>
        <translation>
            <numerusform>%Ln активный пользователь потеряет несохранённую работу</numerusform>
            <numerusform>%Ln активных пользователя потеряют несохранённую работу</numerusform>
            <numerusform>%Ln активных пользователей потеряют несохранённую работу</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session under remote control will lose unsaved work</source>
        <translation>В 1 сеансе под теневым управлением пропадёт несохранённая работа</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions under remote control will lose unsaved work</source>
        <translation>
            <numerusform>В %Ln сеансе под теневым управлением пропадёт несохранённая работа</numerusform>
            <numerusform>В %Ln сеансах под теневым управлением пропадёт несохранённая работа</numerusform>
            <numerusform>В %Ln сеансах под теневым управлением пропадёт несохранённая работа</numerusform>
        </translation>
    </message>
    <message>
        <source>1 disconnected user: programs that still run are closed</source>
        <translation>1 отключённый пользователь: работающие программы будут закрыты</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disconnected users: programs that still run are closed</source>
        <translation>
            <numerusform>%Ln отключённый пользователь: работающие программы будут закрыты</numerusform>
            <numerusform>%Ln отключённых пользователя: работающие программы будут закрыты</numerusform>
            <numerusform>%Ln отключённых пользователей: работающие программы будут закрыты</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session is signing out already</source>
        <translation>В 1 сеансе выход из системы уже выполняется</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are signing out already</source>
        <translation>
            <numerusform>В %Ln сеансе выход из системы уже выполняется</numerusform>
            <numerusform>В %Ln сеансах выход из системы уже выполняется</numerusform>
            <numerusform>В %Ln сеансах выход из системы уже выполняется</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>1 active user is interrupted</source>
        <translation>Работа 1 активного пользователя прервётся</translation>
    </message>
    <message numerus="yes">
        <source>%Ln active users are interrupted</source>
        <translation>
            <numerusform>Работа %Ln активного пользователя прервётся</numerusform>
            <numerusform>Работа %Ln активных пользователей прервётся</numerusform>
            <numerusform>Работа %Ln активных пользователей прервётся</numerusform>
        </translation>
    </message>
    <message>
        <source>1 user is disconnected already</source>
        <translation>1 пользователь уже отключён</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are disconnected already</source>
        <translation>
            <numerusform>%Ln пользователь уже отключён</numerusform>
            <numerusform>%Ln пользователя уже отключены</numerusform>
            <numerusform>%Ln пользователей уже отключены</numerusform>
        </translation>
    </message>
    <message>
        <source>1 disconnected user sees it only after connecting again</source>
        <translation>1 отключённый пользователь увидит его, только подключившись снова</translation>
    </message>
    <message numerus="yes">
        <source>%Ln disconnected users see it only after connecting again</source>
        <translation>
            <numerusform>%Ln отключённый пользователь увидит его, только подключившись снова</numerusform>
            <numerusform>%Ln отключённых пользователя увидят его, только подключившись снова</numerusform>
            <numerusform>%Ln отключённых пользователей увидят его, только подключившись снова</numerusform>
        </translation>
    </message>
    <message>
        <source>(nobody signed in)</source>
        <translation>(вход не выполнен)</translation>
    </message>
    <message>
        <source>The session is gone: the user is signed out.</source>
        <translation>Сеанса больше нет: выход из системы выполнен.</translation>
    </message>
    <message>
        <source>The user is disconnected; the programs still run.</source>
        <translation>Пользователь отключён; программы продолжают работать.</translation>
    </message>
    <message>
        <source>Windows took the message. Whether it was read is not known.</source>
        <translation>Windows приняла сообщение. Прочитано ли оно, неизвестно.</translation>
    </message>
    <message>
        <source>Ask for administrator rights on that VM host, or use an account that has them.</source>
        <translation>Запросите права администратора на этом узле виртуализации или войдите с учётной записью, у которой они есть.</translation>
    </message>
    <message>
        <source>It was not done, and no reason was given.</source>
        <translation>Не сделано; причина не названа.</translation>
    </message>
    <message>
        <source>Refresh, then try once more.</source>
        <translation>Обновите список и повторите один раз.</translation>
    </message>
    <message>
        <source>Windows took the request, but whether it was done could not be seen.</source>
        <translation>Windows приняла запрос, но убедиться в его выполнении не удалось.</translation>
    </message>
    <message>
        <source>Whether it was done is not known.</source>
        <translation>Выполнено ли действие, неизвестно.</translation>
    </message>
    <message>
        <source>Whether it was done is not known. %1</source>
        <translation>Выполнено ли действие, неизвестно. %1</translation>
    </message>
    <message>
        <source>The server answered that there is no such session, but it is still there.</source>
        <translation>Сервер ответил, что такого сеанса нет, но он по-прежнему существует.</translation>
    </message>
    <message>
        <source>Windows took the request, but the session is still there: it is signing out.</source>
        <translation>Windows приняла запрос, но сеанс ещё существует: выполняется выход из системы.</translation>
    </message>
    <message>
        <source>Look again in two minutes. If it stays, a program refuses to close or the profile hangs: the VM host needs attention.</source>
        <translation>Проверьте через две минуты. Если сеанс остался, программа не закрывается или завис профиль: узел виртуализации требует внимания.</translation>
    </message>
    <message>
        <source>Windows took the request, but the session is still connected.</source>
        <translation>Windows приняла запрос, но сеанс ещё подключён.</translation>
    </message>
    <message>
        <source>Look again in a minute, then try once more.</source>
        <translation>Проверьте через минуту и повторите один раз.</translation>
    </message>
    <message>
        <source>The session was already gone; there was nothing to do.</source>
        <translation>Сеанса уже не было; делать было нечего.</translation>
    </message>
    <message>
        <source>Nothing was done: the session is no longer what was confirmed.</source>
        <translation>Ничего не сделано: сеанс уже не тот, который был подтверждён.</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent; nothing was done.</source>
        <translation>Отменено до отправки; ничего не сделано.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Выход выполнен</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Отключён</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>Сообщение отправлено</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Защищённое соединение</translation>
    </message>
    <message>
        <source>Remote management</source>
        <translation>Удалённое управление</translation>
    </message>
    <message>
        <source>Sign-in methods</source>
        <translation>Способы входа</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>RDS management</source>
        <translation>Управление RDS</translation>
    </message>
    <message>
        <source>Virtual desktop sessions</source>
        <translation>Сеансы виртуальных рабочих столов</translation>
    </message>
    <message>
        <source>List of sessions</source>
        <translation>Список сеансов</translation>
    </message>
    <message>
        <source>Active broker</source>
        <translation>Активный посредник</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Развёртывание</translation>
    </message>
    <message>
        <source>Is the server&apos;s name known?</source>
        <translation>Известно ли имя сервера?</translation>
    </message>
    <message>
        <source>Does anything answer on the port?</source>
        <translation>Отвечает ли что-нибудь на этом порту?</translation>
    </message>
    <message>
        <source>Is the connection secure, and the certificate trusted?</source>
        <translation>Защищено ли соединение и доверен ли сертификат?</translation>
    </message>
    <message>
        <source>Is it Windows remote management that answers?</source>
        <translation>Отвечает ли именно удалённое управление Windows?</translation>
    </message>
    <message>
        <source>Which ways to sign in does the server offer?</source>
        <translation>Какие способы входа предлагает сервер?</translation>
    </message>
    <message>
        <source>Does the server accept the credentials?</source>
        <translation>Принимает ли сервер учётные данные?</translation>
    </message>
    <message>
        <source>Is this server a Connection Broker, and may you ask it?</source>
        <translation>Посредник подключений ли это, и вправе ли вы его опрашивать?</translation>
    </message>
    <message>
        <source>Does it know virtual desktop sessions?</source>
        <translation>Знает ли он сеансы виртуальных рабочих столов?</translation>
    </message>
    <message>
        <source>May you list the sessions?</source>
        <translation>Вправе ли вы получить список сеансов?</translation>
    </message>
    <message>
        <source>Is this the active broker of its deployment?</source>
        <translation>Активный ли это посредник развёртывания?</translation>
    </message>
    <message>
        <source>Which servers belong to the deployment?</source>
        <translation>Какие серверы входят в развёртывание?</translation>
    </message>
    <message>
        <source>Passed.</source>
        <translation>Пройдено.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключён</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключается</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>Теневое управление</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>Прослушиватель</translation>
    </message>
    <message>
        <source>Signing out</source>
        <translation>Выполняется выход</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Неисправен</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запускается</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>Не сообщено</translation>
    </message>
    <message>
        <source>Unknown (%1)</source>
        <translation>Неизвестно (%1)</translation>
    </message>
    <message>
        <source>Somebody is working in it now.</source>
        <translation>В нём сейчас кто-то работает.</translation>
    </message>
    <message>
        <source>A client is connected, but nobody has signed in yet.</source>
        <translation>Клиент подключён, но вход ещё не выполнен.</translation>
    </message>
    <message>
        <source>A client is connecting right now.</source>
        <translation>Клиент сейчас подключается.</translation>
    </message>
    <message>
        <source>It is being remote-controlled, or controls another session.</source>
        <translation>Сеанс под теневым управлением или сам управляет другим сеансом.</translation>
    </message>
    <message>
        <source>The user left; the programs still run.</source>
        <translation>Пользователь ушёл; программы продолжают работать.</translation>
    </message>
    <message>
        <source>It waits for a client. This says nothing about an idle user.</source>
        <translation>Ждёт клиента. О простое пользователя это ничего не говорит.</translation>
    </message>
    <message>
        <source>It only listens for connections; there is nobody in it.</source>
        <translation>Только ждёт подключений; в нём никого нет.</translation>
    </message>
    <message>
        <source>It is being signed out now. Wait, then look again.</source>
        <translation>В нём выполняется выход из системы. Подождите и проверьте снова.</translation>
    </message>
    <message>
        <source>It is broken and being torn down. If it stays, the VM host needs attention.</source>
        <translation>Он неисправен и удаляется. Если остаётся, узел виртуализации требует внимания.</translation>
    </message>
    <message>
        <source>It is just starting.</source>
        <translation>Он только запускается.</translation>
    </message>
    <message>
        <source>The server did not tell the state.</source>
        <translation>Сервер не сообщил состояние.</translation>
    </message>
    <message>
        <source>The server reports a state that is not documented.</source>
        <translation>Сервер сообщает недокументированное состояние.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Загрузка</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Актуально</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неполно</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Устарело</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Нет ответа</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>WinRM over HTTPS</source>
        <translation>WinRM по HTTPS</translation>
    </message>
    <message>
        <source>WinRM over HTTP</source>
        <translation>WinRM по HTTP</translation>
    </message>
    <message>
        <source>WMI over DCOM</source>
        <translation>WMI через DCOM</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Демонстрация</translation>
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
        <translation>Сертификат клиента</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>только что</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не менее %1</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 с назад</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 назад</translation>
    </message>
    <message>
        <source>The server answered with a code that is not documented.</source>
        <translation>Сервер ответил недокументированным кодом.</translation>
    </message>
    <message>
        <source>Refresh to see what became of it; give the code to those who look after the server.</source>
        <translation>Обновите список, чтобы увидеть, что получилось; сообщите код тем, кто обслуживает сервер.</translation>
    </message>
    <message>
        <source>Log off</source>
        <translation>Выход из системы</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Отключение</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Выполняется</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Закончено</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Выполнено</translation>
    </message>
    <message>
        <source>Already gone</source>
        <translation>Уже нет</translation>
    </message>
    <message>
        <source>Still signing out</source>
        <translation>Выход ещё выполняется</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Пропущено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer if you need it.</source>
        <translation>Если это вам нужно, обратитесь к администратору этого компьютера.</translation>
    </message>
    <message>
        <source>The policy file of this computer cannot be understood: until it is mended, nothing can be done here but look.</source>
        <translation>Файл политики этого компьютера не удаётся разобрать: пока его не исправят, здесь можно только просматривать.</translation>
    </message>
    <message>
        <source>Ask the administrator of this computer to mend it.</source>
        <translation>Попросите администратора этого компьютера исправить его.</translation>
    </message>
    <message>
        <source>Policy allows nothing on this computer but to look.</source>
        <translation>Политика разрешает на этом компьютере только просмотр.</translation>
    </message>
    <message>
        <source>Policy does not allow this action on this computer.</source>
        <translation>Политика не разрешает это действие на этом компьютере.</translation>
    </message>
    <message>
        <source>Choose fewer sessions.</source>
        <translation>Выберите меньше сеансов.</translation>
    </message>
    <message>
        <source>Policy asks for a reason or a ticket number.</source>
        <translation>Политика требует указать причину или номер заявки.</translation>
    </message>
    <message>
        <source>Give the reason for the record.</source>
        <translation>Укажите причину для журнала.</translation>
    </message>
    <message>
        <source>Policy does not allow this kind of connection on this computer.</source>
        <translation>Политика не разрешает такой вид подключения на этом компьютере.</translation>
    </message>
    <message>
        <source>Probably a ghost: its virtual machine is turned off.</source>
        <translation>Вероятно, призрак: виртуальная машина выключена.</translation>
    </message>
    <message>
        <source>Probably a ghost: its virtual machine is saved to disk and does not run.</source>
        <translation>Вероятно, призрак: виртуальная машина сохранена на диск и не работает.</translation>
    </message>
    <message>
        <source>Probably a ghost: on this virtual machine the broker names another user, %1.</source>
        <translation>Вероятно, призрак: на этой виртуальной машине посредник называет другого пользователя: %1.</translation>
    </message>
    <message>
        <source>Probably a ghost: this virtual machine is now assigned to another user, %1.</source>
        <translation>Вероятно, призрак: эта виртуальная машина теперь закреплена за другим пользователем: %1.</translation>
    </message>
    <message>
        <source>%1, with gaps</source>
        <extracomment>For so long a session has been seen in its state, but Deskwarden did not run all the time.</extracomment>
        <translation>%1, с перерывами</translation>
    </message>
    <message>
        <source>Disconnected since %1, says the broker.</source>
        <translation>Отключён с %1, по словам посредника.</translation>
    </message>
    <message>
        <source>It was like this already when it was first seen from here, at %1.</source>
        <translation>Так было уже тогда, когда это впервые увидели отсюда: %1.</translation>
    </message>
    <message>
        <source>It was seen from here to become so at %1.</source>
        <translation>Отсюда видели, как это изменилось: %1.</translation>
    </message>
    <message>
        <source>It was seen like this from here at %1, and is again. In between, Deskwarden did not run all the time.</source>
        <translation>Отсюда это видели таким %1, и сейчас так же. Между тем Deskwarden работал не всё время.</translation>
    </message>
    <message>
        <source>%1 (seen)</source>
        <extracomment>In the table: for so long a session is disconnected, as seen from here. %1 is a time such as 35 min.
----------
For so long a session is disconnected, as seen from here; the broker does not tell.</extracomment>
        <translation>%1 (видели)</translation>
    </message>
    <message>
        <source>This user has sessions on several virtual machines.</source>
        <translation>У этого пользователя сеансы на нескольких виртуальных машинах.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Домен</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Коллекция</translation>
    </message>
    <message>
        <source>Collection alias</source>
        <translation>Псевдоним коллекции</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Session ID (on host)</source>
        <translation>ИД сеанса (на узле)</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Logged on</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Idle for</source>
        <translation>Простой</translation>
    </message>
    <message>
        <source>In this state (seen)</source>
        <translation>В этом состоянии (видели)</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Ghost? %1</source>
        <extracomment>In the table&apos;s state column. %1 is the state, such as Disconnected; the session is probably not there any more.</extracomment>
        <translation>Призрак? %1</translation>
    </message>
    <message>
        <source>A proxy stands in between and wants a sign-in of its own (HTTP 407).</source>
        <translation>По пути стоит прокси-сервер, который требует отдельного входа (HTTP 407).</translation>
    </message>
    <message>
        <source>Have the server&apos;s name excepted from the proxy.</source>
        <translation>Попросите внести имя сервера в исключения прокси.</translation>
    </message>
    <message>
        <source>Check the port: 5986 for HTTPS, 5985 for HTTP. On the server: winrm quickconfig.</source>
        <translation>Проверьте порт: 5986 для HTTPS, 5985 для HTTP. На сервере: winrm quickconfig.</translation>
    </message>
    <message>
        <source>The server knows this account, but does not let it manage remotely.</source>
        <translation>Сервер знает эту учётную запись, но не разрешает ей удалённое управление.</translation>
    </message>
    <message>
        <source>Have it added to Remote Management Users, or to the administrators, on the server.</source>
        <translation>Попросите добавить её на сервере в группу «Пользователи удалённого управления» или в администраторы.</translation>
    </message>
    <message>
        <source>Connect to %1 instead: it is the active broker of this deployment.</source>
        <translation>Подключитесь к %1: это активный посредник развёртывания.</translation>
    </message>
    <message>
        <source>Nothing was done: the message has not reached the user for certain.</source>
        <translation>Ничего не сделано: нельзя быть уверенным, что сообщение дошло до пользователя.</translation>
    </message>
    <message>
        <source>Call the user, or log off without waiting for the message.</source>
        <translation>Позвоните пользователю или выполните выход, не дожидаясь сообщения.</translation>
    </message>
    <message>
        <source>Told, waits</source>
        <translation>Предупреждён, ждёт</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Log-off in %1</source>
        <translation>Выход через %1</translation>
    </message>
    <message>
        <source>Disconnect in %1</source>
        <translation>Отключение через %1</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Сообщение через %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is made out for another name: %1.</source>
        <translation>Сертификат сервера выписан на другое имя: %1.</translation>
    </message>
    <message>
        <source>Connect by a name that stands in it, or have the server&apos;s owner confirm the fingerprint and pin it.</source>
        <translation>Подключитесь по имени, указанному в нём, или попросите владельца сервера подтвердить отпечаток и закрепите его.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not log off on VM host %1.</source>
        <translation>Вы можете видеть сеансы на посреднике, но не выполнять выход на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not disconnect them on VM host %1.</source>
        <translation>Вы можете видеть сеансы на посреднике, но не отключать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>You may list sessions on the broker, but not send messages on VM host %1.</source>
        <translation>Вы можете видеть сеансы на посреднике, но не отправлять сообщения на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>nobody is signed in there</source>
        <translation>там никто не вошёл в систему</translation>
    </message>
    <message>
        <source>it is the listener for connections, not a session</source>
        <translation>это прослушиватель подключений, а не сеанс</translation>
    </message>
    <message>
        <source>it is your own session</source>
        <translation>это ваш собственный сеанс</translation>
    </message>
    <message>
        <source>policy protects this account</source>
        <translation>эта учётная запись защищена политикой</translation>
    </message>
    <message>
        <source>policy protects this VM host</source>
        <translation>этот узел виртуализации защищён политикой</translation>
    </message>
    <message>
        <source>Nothing was done: %1 has this session now, not %2.</source>
        <translation>Ничего не сделано: теперь это сеанс пользователя %1, а не %2.</translation>
    </message>
    <message>
        <source>Nothing was done: the session is now on virtual machine %1, not on %2.</source>
        <translation>Ничего не сделано: теперь сеанс на виртуальной машине %1, а не на %2.</translation>
    </message>
    <message>
        <source>Nothing was done: the user has come back and is working again (%1, was %2).</source>
        <translation>Ничего не сделано: пользователь вернулся и снова работает (состояние: %1, было: %2).</translation>
    </message>
    <message>
        <source>Nothing was done: the server knows no VM host of this name.</source>
        <translation>Ничего не сделано: сервер не знает узла виртуализации с таким именем.</translation>
    </message>
    <message>
        <source>Give the name as the list shows it.</source>
        <translation>Укажите имя так, как оно показано в списке.</translation>
    </message>
    <message>
        <source>the list has this host and session ID more than once</source>
        <translation>этот узел и ИД сеанса есть в списке более одного раза</translation>
    </message>
    <message>
        <source>Names that come near: %1.</source>
        <translation>Похожие имена: %1.</translation>
    </message>
    <message>
        <source>Rows without a readable host or session ID, which are not shown: %1.</source>
        <translation>Строк без читаемого имени узла или ИД сеанса, которые не показаны: %1.</translation>
    </message>
    <message>
        <source>Rows that repeat the host and session ID of another one: %1. Of each such session the first row is shown, and nothing is done to it.</source>
        <translation>Строк, повторяющих узел и ИД сеанса другой строки: %1. Из таких строк показана первая; с этим сеансом ничего не делается.</translation>
    </message>
    <message>
        <source>Check the port (5986). The details say what the TLS library makes of it.</source>
        <translation>Проверьте порт (5986). Что сообщает библиотека TLS, указано в подробностях.</translation>
    </message>
    <message>
        <source>Type the broker&apos;s full name, such as broker.example.com.</source>
        <translation>Введите полное имя посредника подключений, например broker.example.com.</translation>
    </message>
    <message>
        <source>The address is too long for a server name.</source>
        <translation>Адрес слишком длинный для имени сервера.</translation>
    </message>
    <message>
        <source>An address starts with https://, http:// or wmi://, or is a bare server name.</source>
        <translation>Адрес начинается с https://, http:// или wmi:// либо состоит из одного имени сервера.</translation>
    </message>
    <message>
        <source>After demo: type the number of sessions, at most 1000000, or nothing.</source>
        <translation>После demo: введите число сеансов, не больше 1000000, или ничего.</translation>
    </message>
    <message>
        <source>The address has an opening [ without its ].</source>
        <translation>В адресе есть открывающая скобка [ без закрывающей ].</translation>
    </message>
    <message>
        <source>Between [ and ] an IPv6 address is expected.</source>
        <translation>Между [ и ] должен стоять адрес IPv6.</translation>
    </message>
    <message>
        <source>After the ] only a port such as :5986 may follow.</source>
        <translation>После ] может следовать только порт, например :5986.</translation>
    </message>
    <message>
        <source>Put an IPv6 address into brackets: [::1].</source>
        <translation>Заключите адрес IPv6 в скобки: [::1].</translation>
    </message>
    <message>
        <source>A server name has letters, digits, dots and hyphens only.</source>
        <translation>Имя сервера состоит только из букв, цифр, точек и дефисов.</translation>
    </message>
    <message>
        <source>An address holds no user and no password: give the user apart from it.</source>
        <translation>Имя пользователя и пароль в адрес не входят: укажите имя пользователя отдельно.</translation>
    </message>
    <message>
        <source>After the server&apos;s name and port only /wsman may follow.</source>
        <translation>После имени сервера и порта может стоять только /wsman.</translation>
    </message>
    <message>
        <source>A port needs https:// or http:// in front of the name.</source>
        <translation>Если указан порт, перед именем должно стоять https:// или http://.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Порт — это число от 1 до 65535.</translation>
    </message>
    <message>
        <source>A fingerprint has hexadecimal digits, colons and spaces only.</source>
        <translation>Отпечаток состоит только из шестнадцатеричных цифр, двоеточий и пробелов.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits; this one has %1.</source>
        <translation>В отпечатке SHA-256 64 шестнадцатеричные цифры, а здесь: %1.</translation>
    </message>
    <message>
        <source>This is a SHA-1 thumbprint, which Windows shows; type the SHA-256 fingerprint of 64 hexadecimal digits.</source>
        <translation>Это отпечаток SHA-1, который показывает Windows; введите отпечаток SHA-256 из 64 шестнадцатеричных цифр.</translation>
    </message>
    <message>
        <source>The ways to sign in are negotiate, kerberos, ntlm, basic and certificate.</source>
        <translation>Способы входа: negotiate, kerberos, ntlm, basic и certificate.</translation>
    </message>
    <message>
        <source>Basic allows no colon in a user name.</source>
        <translation>При входе по Basic в имени пользователя не может быть двоеточия.</translation>
    </message>
    <message>
        <source>Choose another way to sign in.</source>
        <translation>Выберите другой способ входа.</translation>
    </message>
    <message>
        <source>Signing in by a certificate needs a secure connection.</source>
        <translation>Для входа по сертификату нужно защищённое подключение.</translation>
    </message>
    <message>
        <source>No certificate to sign in with was chosen.</source>
        <translation>Сертификат для входа не выбран.</translation>
    </message>
    <message>
        <source>Choose the file with your certificate.</source>
        <translation>Выберите файл с вашим сертификатом.</translation>
    </message>
    <message>
        <source>DCOM does not have this way to sign in.</source>
        <translation>В DCOM такого способа входа нет.</translation>
    </message>
    <message>
        <source>Choose Automatic, Negotiate, Kerberos or NTLM.</source>
        <translation>Выберите «Автоматически», Negotiate, Kerberos или NTLM.</translation>
    </message>
    <message>
        <source>DCOM (wmi://) is there on Windows only.</source>
        <translation>DCOM (wmi://) есть только в Windows.</translation>
    </message>
    <message>
        <source>Use https:// or http:// with the broker&apos;s name.</source>
        <translation>Укажите имя посредника подключений с https:// или http://.</translation>
    </message>
    <message>
        <source>The file with the certificate authorities cannot be read: %1.</source>
        <translation>Не удаётся прочитать файл с центрами сертификации: %1.</translation>
    </message>
    <message>
        <source>Check its name and your rights on it.</source>
        <translation>Проверьте его имя и свои права на него.</translation>
    </message>
    <message>
        <source>The file with the certificate authorities holds no certificate: %1.</source>
        <translation>В файле с центрами сертификации нет ни одного сертификата: %1.</translation>
    </message>
    <message>
        <source>Choose a file in PEM or DER form (.pem, .crt, .cer).</source>
        <translation>Выберите файл в формате PEM или DER (.pem, .crt, .cer).</translation>
    </message>
    <message>
        <source>The file with your certificate cannot be read: %1.</source>
        <translation>Не удаётся прочитать файл с вашим сертификатом: %1.</translation>
    </message>
    <message>
        <source>Check its name, your rights on it, and its form: PEM, on Windows PFX.</source>
        <translation>Проверьте имя файла, свои права на него и формат: PEM, в Windows — PFX.</translation>
    </message>
    <message>
        <source>The private key of your certificate cannot be read: %1.</source>
        <translation>Не удаётся прочитать закрытый ключ вашего сертификата: %1.</translation>
    </message>
    <message>
        <source>The private key of your certificate is encrypted: %1.</source>
        <translation>Закрытый ключ вашего сертификата зашифрован: %1.</translation>
    </message>
    <message>
        <source>Take its passphrase away, in a copy that only you can read: openssl pkey -in OLD -out NEW.</source>
        <translation>Уберите парольную фразу в копии, доступной для чтения только вам: openssl pkey -in OLD -out NEW.</translation>
    </message>
    <message>
        <source>The private key belongs to another certificate: %1.</source>
        <translation>Закрытый ключ принадлежит другому сертификату: %1.</translation>
    </message>
    <message>
        <source>Choose the key that was made for your certificate.</source>
        <translation>Выберите ключ, созданный для вашего сертификата.</translation>
    </message>
    <message>
        <source>What answers at this port does not speak TLS.</source>
        <translation>То, что отвечает на этом порту, не использует TLS.</translation>
    </message>
    <message>
        <source>The server offers only old versions of TLS (1.0 or 1.1), which are not safe.</source>
        <translation>Сервер предлагает только старые версии TLS (1.0 или 1.1), они небезопасны.</translation>
    </message>
    <message>
        <source>Have TLS 1.2 switched on at the server.</source>
        <translation>Попросите включить TLS 1.2 на сервере.</translation>
    </message>
    <message>
        <source>The server and this computer have no cipher in common that is safe.</source>
        <translation>У сервера и этого компьютера нет общего безопасного набора шифров.</translation>
    </message>
    <message>
        <source>Have the ciphers and the certificate&apos;s key of the server renewed.</source>
        <translation>Попросите обновить шифры и ключ сертификата сервера.</translation>
    </message>
    <message>
        <source>The server does not know itself by this name.</source>
        <translation>Сервер не знает себя под этим именем.</translation>
    </message>
    <message>
        <source>Connect by the name that stands in its certificate.</source>
        <translation>Подключитесь по имени, указанному в его сертификате.</translation>
    </message>
    <message>
        <source>The server wants a client certificate, and none was shown.</source>
        <translation>Сервер требует сертификат клиента, а он не был предъявлен.</translation>
    </message>
    <message>
        <source>Choose the sign-in method Certificate with your certificate (on the command line: --client-cert), or have the server not ask for one.</source>
        <translation>Выберите способ входа «Сертификат» со своим сертификатом (в командной строке: --client-cert) или попросите отключить это требование на сервере.</translation>
    </message>
    <message>
        <source>The server does not accept your client certificate.</source>
        <translation>Сервер не принимает ваш сертификат клиента.</translation>
    </message>
    <message>
        <source>Check that it is still valid and that the server trusts the authority that issued it.</source>
        <translation>Проверьте, что он ещё действителен и что сервер доверяет центру, который его выдал.</translation>
    </message>
    <message>
        <source>The audit log was tampered with or damaged, so nothing was done.</source>
        <translation>Журнал аудита подделан или повреждён, поэтому ничего не сделано.</translation>
    </message>
    <message>
        <source>Keep a copy of it and report it. Acts go out again once an operator has acknowledged the damage: in the audit log&apos;s window after Verify, or by deskwarden-cli audit --acknowledge.</source>
        <translation>Сохраните копию журнала и сообщите о повреждении. Действия снова будут выполняться, когда оператор подтвердит, что видел повреждение: в окне журнала аудита после проверки или командой deskwarden-cli audit --acknowledge.</translation>
    </message>
    <message>
        <source>A link looks like deskwarden://find?user=NAME&amp;server=NAME&amp;ticket=TEXT; this one does not, or is too long, and nothing of it is used.</source>
        <translation>Ссылка выглядит так: deskwarden://find?user=ИМЯ&amp;server=ИМЯ&amp;ticket=ТЕКСТ; эта выглядит иначе или слишком длинна, и ничего из неё не взято.</translation>
    </message>
    <message>
        <source>Policy wants every act in this computer&apos;s log, which did not take it: nothing was done.</source>
        <translation>Политика требует, чтобы каждое действие было в журнале этого компьютера, а он его не принял: ничего не сделано.</translation>
    </message>
    <message>
        <source>Have the administrator of this computer see to journald, syslog or the event log.</source>
        <translation>Попросите администратора этого компьютера проверить journald, syslog или журнал событий.</translation>
    </message>
    <message>
        <source>idle %1</source>
        <extracomment>In the table: nobody has used the session for so long. %1 is a time such as 35 min.</extracomment>
        <translation>простой %1</translation>
    </message>
    <message>
        <source>%1+ (seen)</source>
        <extracomment>In the table: a session is disconnected for at least so long, as seen from here. %1 is a time such as 35 min.</extracomment>
        <translation>от %1 (видели)</translation>
    </message>
    <message>
        <source>Nobody has used it for %1, says the broker.</source>
        <translation>По словам посредника, сеансом не пользуются %1.</translation>
    </message>
    <message>
        <source>Policy wants reasons that look like %1.</source>
        <translation>Политика требует причину вида %1.</translation>
    </message>
    <message>
        <source>* stands for any text, # for one digit.</source>
        <translation>* означает любой текст, # — одну цифру.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>Unused for longest</source>
        <translation>Дольше всех не используется</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>The DNS names no directory server of this domain.</source>
        <translation>DNS не называет ни одного сервера каталога этого домена.</translation>
    </message>
    <message>
        <source>Check the domain&apos;s name, or type the address of a server, as in ldaps://dc1.corp.example.</source>
        <translation>Проверьте имя домена или введите адрес сервера, например ldaps://dc1.corp.example.</translation>
    </message>
    <message>
        <source>The directory does not answer.</source>
        <translation>Каталог не отвечает.</translation>
    </message>
    <message>
        <source>Is the VPN up? Does a firewall let ports 636 and 389 through?</source>
        <translation>Работает ли VPN? Пропускает ли брандмауэр порты 636 и 389?</translation>
    </message>
    <message>
        <source>The connection to the directory broke.</source>
        <translation>Соединение с каталогом прервалось.</translation>
    </message>
    <message>
        <source>No secure connection to the directory came about, so nothing was asked.</source>
        <translation>Защищённое соединение с каталогом не установлено, поэтому запрос не отправлен.</translation>
    </message>
    <message>
        <source>The server needs a certificate for LDAPS or StartTLS. Check the port: 636 with ldaps://, 389 with ldap://.</source>
        <translation>Серверу нужен сертификат для LDAPS или StartTLS. Проверьте порт: 636 для ldaps://, 389 для ldap://.</translation>
    </message>
    <message>
        <source>The directory&apos;s certificate is not trusted here, or made out for another name.</source>
        <translation>Сертификат каталога здесь не является доверенным или выдан на другое имя.</translation>
    </message>
    <message>
        <source>Use the server&apos;s full name, or choose the file with your organisation&apos;s certificate authority.</source>
        <translation>Используйте полное имя сервера или выберите файл с центром сертификации вашей организации.</translation>
    </message>
    <message>
        <source>The directory refused the sign-in.</source>
        <translation>Каталог отклонил вход.</translation>
    </message>
    <message>
        <source>Check user name (DOMAIN\user) and password. Repeated attempts can lock the account.</source>
        <translation>Проверьте имя пользователя (ДОМЕН\пользователь) и пароль. Повторные попытки могут заблокировать учётную запись.</translation>
    </message>
    <message>
        <source>No sign-in to the directory by Kerberos could be prepared on this computer.</source>
        <translation>На этом компьютере не удалось подготовить вход в каталог по Kerberos.</translation>
    </message>
    <message>
        <source>Get a ticket (kinit), check the clock, and use the server&apos;s full name.</source>
        <translation>Получите билет (kinit), проверьте часы и используйте полное имя сервера.</translation>
    </message>
    <message>
        <source>The directory needs user and password of the server&apos;s connection, and there is none.</source>
        <translation>Каталогу нужны имя пользователя и пароль подключения к серверу, а их нет.</translation>
    </message>
    <message>
        <source>Type them in the connection, or sign in to the directory by Kerberos.</source>
        <translation>Введите их в подключении или входите в каталог по Kerberos.</translation>
    </message>
    <message>
        <source>This computer or the directory lacks the sign-in by Kerberos.</source>
        <translation>На этом компьютере или в каталоге нет входа по Kerberos.</translation>
    </message>
    <message>
        <source>On Debian install libsasl2-modules-gssapi-mit.</source>
        <translation>В Debian установите libsasl2-modules-gssapi-mit.</translation>
    </message>
    <message>
        <source>The directory wants a stronger sign-in.</source>
        <translation>Каталог требует более надёжного входа.</translation>
    </message>
    <message>
        <source>Sign in by Kerberos, over ldaps://.</source>
        <translation>Входите по Kerberos через ldaps://.</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Отключена</translation>
    </message>
    <message>
        <source>Account expired</source>
        <translation>Срок действия учётной записи истёк</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблокирована</translation>
    </message>
    <message>
        <source>Password expired</source>
        <translation>Срок действия пароля истёк</translation>
    </message>
    <message>
        <source>The directory does not let this account read.</source>
        <translation>Каталог не разрешает этой учётной записи чтение.</translation>
    </message>
    <message>
        <source>Have the account allowed to read users, or sign in as another.</source>
        <translation>Попросите разрешить учётной записи читать пользователей или войдите под другой.</translation>
    </message>
    <message>
        <source>The directory refers to another server. Nobody went there.</source>
        <translation>Каталог отсылает к другому серверу. Обращения к нему не было.</translation>
    </message>
    <message>
        <source>Type the address of a server of the users&apos; own domain.</source>
        <translation>Введите адрес сервера домена самих пользователей.</translation>
    </message>
    <message>
        <source>The directory has nothing of the name below which people are sought.</source>
        <translation>В каталоге нет имени, под которым ищутся люди.</translation>
    </message>
    <message>
        <source>Correct the base, or leave it out.</source>
        <translation>Исправьте базу или не указывайте её.</translation>
    </message>
    <message>
        <source>The directory is overloaded or shutting down.</source>
        <translation>Каталог перегружен или завершает работу.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Повторите попытку через минуту.</translation>
    </message>
    <message>
        <source>The directory said no (LDAP result %1).</source>
        <translation>Каталог ответил отказом (результат LDAP %1).</translation>
    </message>
    <message>
        <source>The directory&apos;s answer could not be understood, or is larger than this program accepts.</source>
        <translation>Ответ каталога не удалось понять, или он больше, чем принимает программа.</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Неизвестно</translation>
    </message>
    <message>
        <source>The directory has no such account, or does not show it to you.</source>
        <translation>В каталоге нет такой учётной записи, или она вам не видна.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Проверьте написание.</translation>
    </message>
    <message>
        <source>The account is of another domain than the directory.</source>
        <translation>Учётная запись относится к другому домену, чем каталог.</translation>
    </message>
    <message>
        <source>Ask a directory of that domain.</source>
        <translation>Обратитесь к каталогу того домена.</translation>
    </message>
    <message>
        <source>The directory has several accounts of that name.</source>
        <translation>В каталоге несколько учётных записей с таким именем.</translation>
    </message>
    <message>
        <source>Narrow the base.</source>
        <translation>Сузьте базу.</translation>
    </message>
    <message>
        <source>A directory&apos;s address starts with ldaps:// or ldap://, or is the domain&apos;s name in the DNS.</source>
        <translation>Адрес каталога начинается с ldaps:// или ldap:// либо является именем домена в DNS.</translation>
    </message>
    <message>
        <source>The directory tells of no single account of that name in its domain.</source>
        <translation>Каталог не сообщает ровно об одной учётной записи с таким именем в своём домене.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the directory is of the user&apos;s domain.</source>
        <translation>Проверьте написание и относится ли каталог к домену пользователя.</translation>
    </message>
    <message>
        <source>State of the machine</source>
        <translation>Состояние машины</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 машина</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machines</source>
        <translation>
            <numerusform>%Ln машина</numerusform>
            <numerusform>%Ln машины</numerusform>
            <numerusform>%Ln машин</numerusform>
        </translation>
    </message>
    <message>
        <source>Policy allows no more than 1 session at once.</source>
        <translation>Политика разрешает не более 1 сеанса за один раз.</translation>
    </message>
    <message numerus="yes">
        <source>Policy allows no more than %Ln sessions at once.</source>
        <translation>
            <numerusform>Политика разрешает не более %Ln сеанса за один раз.</numerusform>
            <numerusform>Политика разрешает не более %Ln сеансов за один раз.</numerusform>
            <numerusform>Политика разрешает не более %Ln сеансов за один раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Start in %1</source>
        <translation>Запуск через %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Запущена</translation>
    </message>
    <message>
        <source>The machine is running.</source>
        <translation>Машина работает.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not running yet.</source>
        <translation>Посредник принял запрос, но машина ещё не работает.</translation>
    </message>
    <message>
        <source>Look again in two minutes. If it stays so, the VM host needs attention.</source>
        <translation>Посмотрите снова через две минуты. Если ничего не изменится, нужно заняться узлом виртуализации.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not start those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не запускать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Start %1 on %2?</source>
        <translation>Запустить %1 на %2?</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Запустить %1</translation>
    </message>
    <message>
        <source>Saved and paused machines go on where they were, the others start anew.</source>
        <translation>Сохранённые и приостановленные машины продолжат с того же места, остальные запустятся заново.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Сохраняется</translation>
    </message>
    <message>
        <source>Save in %1</source>
        <translation>Сохранение через %1</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Сохранена</translation>
    </message>
    <message>
        <source>The machine is saved: its memory is on disk.</source>
        <translation>Машина сохранена: её память на диске.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not saved yet.</source>
        <translation>Посредник принял запрос, но машина ещё не сохранена.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not save those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не сохранять их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Save %1 on %2?</source>
        <translation>Сохранить %1 на %2?</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Сохранить %1</translation>
    </message>
    <message>
        <source>Users who work on them are cut off until the machines are started again; their programs stay as they are.</source>
        <translation>Работающие на них пользователи будут отключены, пока машины снова не запустят; их программы останутся как есть.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Выключить</translation>
    </message>
    <message>
        <source>Turning off</source>
        <translation>Выключается</translation>
    </message>
    <message>
        <source>Turn off in %1</source>
        <translation>Выключение через %1</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>Выключена</translation>
    </message>
    <message>
        <source>The machine is off.</source>
        <translation>Машина выключена.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not off yet.</source>
        <translation>Посредник принял запрос, но машина ещё не выключена.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not turn off those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не выключать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Turn off %1 on %2?</source>
        <translation>Выключить %1 на %2?</translation>
    </message>
    <message>
        <source>Turn off %1</source>
        <translation>Выключить %1</translation>
    </message>
    <message>
        <source>As if the power failed: work that is not saved is lost, and Windows is not shut down.</source>
        <translation>Как при отключении питания: несохранённая работа пропадёт, Windows не завершит работу.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Приостанавливается</translation>
    </message>
    <message>
        <source>Pause in %1</source>
        <translation>Приостановка через %1</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлена</translation>
    </message>
    <message>
        <source>The machine is paused.</source>
        <translation>Машина приостановлена.</translation>
    </message>
    <message>
        <source>The broker took the request, but the machine is not paused yet.</source>
        <translation>Посредник принял запрос, но машина ещё не приостановлена.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not pause those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не приостанавливать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Pause %1 on %2?</source>
        <translation>Приостановить %1 на %2?</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Приостановить %1</translation>
    </message>
    <message>
        <source>They stand still in memory, and nobody can work on them until they are started again.</source>
        <translation>Они замрут в памяти, и работать на них будет нельзя, пока их снова не запустят.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Назначить</translation>
    </message>
    <message>
        <source>Assigning</source>
        <translation>Назначается</translation>
    </message>
    <message>
        <source>Assign in %1</source>
        <translation>Назначение через %1</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Назначен</translation>
    </message>
    <message>
        <source>The desktop is assigned to the user.</source>
        <translation>Рабочий стол назначен пользователю.</translation>
    </message>
    <message>
        <source>The broker took the request, but the desktop is not assigned yet.</source>
        <translation>Посредник принял запрос, но рабочий стол ещё не назначен.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not assign those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не назначать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Assign %1 on %2?</source>
        <translation>Назначить %1 на %2?</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>Назначить %1</translation>
    </message>
    <message>
        <source>Nobody but this user gets onto them from then on.</source>
        <translation>После этого на них попадёт только этот пользователь.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Освободить</translation>
    </message>
    <message>
        <source>Freeing</source>
        <translation>Освобождается</translation>
    </message>
    <message>
        <source>Free in %1</source>
        <translation>Освобождение через %1</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Освобождён</translation>
    </message>
    <message>
        <source>The desktop belongs to nobody any more.</source>
        <translation>Рабочий стол больше никому не принадлежит.</translation>
    </message>
    <message>
        <source>The broker took the request, but the desktop still belongs to somebody.</source>
        <translation>Посредник принял запрос, но рабочий стол всё ещё кому-то принадлежит.</translation>
    </message>
    <message>
        <source>You may list machines on the broker, but not free those on VM host %1.</source>
        <translation>Вы можете просматривать машины на посреднике, но не освобождать их на узле виртуализации %1.</translation>
    </message>
    <message>
        <source>Free %1 on %2?</source>
        <translation>Освободить %1 на %2?</translation>
    </message>
    <message>
        <source>Free %1</source>
        <translation>Освободить %1</translation>
    </message>
    <message>
        <source>Their owners lose these desktops, with what they keep on them.</source>
        <translation>Владельцы лишатся этих рабочих столов и всего, что на них хранят.</translation>
    </message>
    <message>
        <source>Nothing was done: the server knows no such machine.</source>
        <translation>Ничего не сделано: сервер не знает такой машины.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is on another VM host now.</source>
        <translation>Ничего не сделано: машина теперь на другом узле виртуализации.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is on its way into another state.</source>
        <translation>Ничего не сделано: машина переходит в другое состояние.</translation>
    </message>
    <message>
        <source>Wait a minute, then look again.</source>
        <translation>Подождите минуту и посмотрите снова.</translation>
    </message>
    <message>
        <source>Nothing was done: the machine is so already.</source>
        <translation>Ничего не сделано: машина уже в этом состоянии.</translation>
    </message>
    <message>
        <source>Nothing was done: the desktop belongs to somebody else now, or to nobody.</source>
        <translation>Ничего не сделано: рабочий стол теперь принадлежит другому или никому.</translation>
    </message>
    <message>
        <source>the machine is so already</source>
        <translation>машина уже в этом состоянии</translation>
    </message>
    <message>
        <source>the machine is on its way into another state</source>
        <translation>машина переходит в другое состояние</translation>
    </message>
    <message>
        <source>the desktop belongs to somebody: free it first</source>
        <translation>рабочий стол кому-то принадлежит: сначала освободите его</translation>
    </message>
    <message>
        <source>The server answered that there is no such machine.</source>
        <translation>Сервер ответил, что такой машины нет.</translation>
    </message>
    <message>
        <source>Still on its way</source>
        <translation>Ещё в пути</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Отдел</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Policy allows no more than 1 machine at once.</source>
        <translation>Политика разрешает не более 1 машины за раз.</translation>
    </message>
    <message numerus="yes">
        <source>Policy allows no more than %Ln machines at once.</source>
        <translation>
            <numerusform>Политика разрешает не более %Ln машины за раз.</numerusform>
            <numerusform>Политика разрешает не более %Ln машин за раз.</numerusform>
            <numerusform>Политика разрешает не более %Ln машин за раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>Acts on machines are off until the policy of this computer names them.</source>
        <translation>Действия с машинами запрещены, пока их не назовёт политика этого компьютера.</translation>
    </message>
    <message>
        <source>Choose fewer machines.</source>
        <translation>Выберите меньше машин.</translation>
    </message>
    <message>
        <source>No directory server of this name is known.</source>
        <translation>Сервер каталога с таким именем неизвестен.</translation>
    </message>
    <message>
        <source>Check the name. Type it in full, as in dc1.corp.example. Is the VPN up?</source>
        <translation>Проверьте имя. Введите его полностью, например dc1.corp.example. Подключён ли VPN?</translation>
    </message>
    <message>
        <source>Neither the user nor the server&apos;s name tells the domain of the directory.</source>
        <translation>Ни имя пользователя, ни имя сервера не указывают домен каталога.</translation>
    </message>
    <message>
        <source>Type the domain, or the full names: user@corp.example, broker.corp.example.</source>
        <translation>Укажите домен или полные имена: user@corp.example, broker.corp.example.</translation>
    </message>
</context>
<context>
    <name>UpdateTexts</name>
    <message>
        <source>Check the address in the preferences.</source>
        <translation>Проверьте адрес в параметрах.</translation>
    </message>
    <message>
        <source>The address leads to another one, where nobody went: %1</source>
        <translation>Адрес перенаправляет на другой, перехода не было: %1</translation>
    </message>
    <message>
        <source>Only addresses that begin with https:// are followed.</source>
        <translation>Переход выполняется только по адресам, начинающимся с https://.</translation>
    </message>
    <message>
        <source>There is nothing at this address (HTTP 404).</source>
        <translation>По этому адресу ничего нет (HTTP 404).</translation>
    </message>
    <message>
        <source>The address answered with HTTP status %1.</source>
        <translation>Адрес ответил кодом состояния HTTP %1.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Повторите попытку позже.</translation>
    </message>
    <message>
        <source>Nothing was asked. Something in between may have shown a certificate of its own.</source>
        <translation>Запрос не отправлен. Возможно, промежуточный узел предъявил собственный сертификат.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted here.</source>
        <translation>Сертификат этого адреса не является доверенным на этом компьютере.</translation>
    </message>
    <message>
        <source>The certificate at this address is not trusted here: %1.</source>
        <translation>Сертификат этого адреса не является доверенным на этом компьютере: %1.</translation>
    </message>
    <message>
        <source>What stands at this address tells of no version.</source>
        <translation>По этому адресу нет сведений о версии.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>По этому адресу никто не отвечает.</translation>
    </message>
    <message>
        <source>Look whether this computer reaches the internet. A proxy is taken from the environment (https_proxy).</source>
        <translation>Проверьте, есть ли у компьютера доступ в Интернет. Прокси-сервер берётся из переменной среды (https_proxy).</translation>
    </message>
    <message>
        <source>No secure connection came about.</source>
        <translation>Безопасное подключение не установлено.</translation>
    </message>
    <message>
        <source>Without one nothing is asked.</source>
        <translation>Без него запрос не отправляется.</translation>
    </message>
    <message>
        <source>No computer of that name was found.</source>
        <translation>Компьютер с таким именем не найден.</translation>
    </message>
</context>
<context>
    <name>ViewFilter</name>
    <message>
        <source>Disconnected over 4 h</source>
        <translation>Отключены более 4 ч</translation>
    </message>
    <message>
        <source>Probable ghosts</source>
        <translation>Вероятные призраки</translation>
    </message>
</context>
<context>
    <name>WaveTexts</name>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>still signing out</source>
        <translation>выход ещё выполняется</translation>
    </message>
    <message>
        <source>users who are back: %1</source>
        <translation>вернулись пользователи: %1</translation>
    </message>
    <message>
        <source>no two new lists came, so that nobody knows whether users are back</source>
        <translation>двух новых списков не было, и неизвестно, вернулись ли пользователи</translation>
    </message>
    <message>
        <source>Wave %1 of %2: %3 of %4 finished. Sessions that wait for later waves: %5.</source>
        <translation>Волна %1 из %2: завершено %3 из %4. Сеансы, которые ждут следующих волн: %5.</translation>
    </message>
    <message>
        <source>Wave %1 of %2 has ended. The next lists show whether its users come back. Sessions that wait: %3.</source>
        <translation>Волна %1 из %2 завершена. Следующие списки покажут, вернутся ли её пользователи. Ждут сеансы: %3.</translation>
    </message>
    <message>
        <source>Paused after wave %1 of %2: %3. Sessions that wait: %4.</source>
        <translation>Приостановлено после волны %1 из %2: %3. Ждут сеансы: %4.</translation>
    </message>
    <message>
        <source>Look why, then go on with the next wave, or stop.</source>
        <translation>Посмотрите, почему, затем продолжите следующей волной или остановите.</translation>
    </message>
    <message>
        <source>Wave %1 of %2: nothing new is begun; what was sent is still followed.</source>
        <translation>Волна %1 из %2: новое не начинается; отправленное отслеживается.</translation>
    </message>
    <message>
        <source>All waves have ended.</source>
        <translation>Все волны завершены.</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 из %3</translation>
    </message>
    <message>
        <source>Wave %1 of %2 has turned bad: %3. Nobody new is begun; what was sent is still followed. Sessions that wait: %4.</source>
        <translation>Волна %1 из %2 пошла плохо: %3. Новое не начинается; отправленное отслеживается. Ждут сеансы: %4.</translation>
    </message>
    <message>
        <source>All waves have ended, the last one badly: %1.</source>
        <translation>Все волны закончены, последняя — плохо: %1.</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::AuditTableModel</name>
    <message>
        <source>Record</source>
        <translation>Запись</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Время (UTC)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Оператор</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Компьютер</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>Session (host/ID)</source>
        <translation>Сеанс (узел/ИД)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::ChangeListModel</name>
    <message>
        <source>New: %1</source>
        <translation>Новый: %1</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Исчез</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, было: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Машина</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
</context>
<context>
    <name>deskwarden::models::SessionListModel</name>
    <message>
        <source>(no user)</source>
        <translation>(нет пользователя)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>VM host</source>
        <translation>Узел виртуализации</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>ИД сеанса</translation>
    </message>
    <message>
        <source>Left out because</source>
        <translation>Почему исключён</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a user</source>
        <translation>
            <numerusform>%Ln без пользователя</numerusform>
            <numerusform>%Ln без пользователя</numerusform>
            <numerusform>%Ln без пользователя</numerusform>
        </translation>
    </message>
    <message>
        <source>1 listener</source>
        <translation>1 прослушиватель</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listeners</source>
        <translation>
            <numerusform>%Ln прослушиватель</numerusform>
            <numerusform>%Ln прослушивателя</numerusform>
            <numerusform>%Ln прослушивателей</numerusform>
        </translation>
    </message>
    <message>
        <source>1 session is left out: %1.</source>
        <translation>Исключён 1 сеанс: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are left out: %1.</source>
        <translation>
            <numerusform>Исключён %Ln сеанс: %1.</numerusform>
            <numerusform>Исключены %Ln сеанса: %1.</numerusform>
            <numerusform>Исключено %Ln сеансов: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln protected by policy</source>
        <translation>
            <numerusform>%Ln защищён политикой</numerusform>
            <numerusform>%Ln защищены политикой</numerusform>
            <numerusform>%Ln защищено политикой</numerusform>
        </translation>
    </message>
    <message>
        <source>your own</source>
        <translation>ваш собственный</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed more than once</source>
        <translation>
            <numerusform>%Ln указан в списке более одного раза</numerusform>
            <numerusform>%Ln указаны в списке более одного раза</numerusform>
            <numerusform>%Ln указаны в списке более одного раза</numerusform>
        </translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>Уже нет</translation>
    </message>
    <message>
        <source>Idle / gone</source>
        <translation>Простой / откл.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActFlow</name>
    <message>
        <source>%1 is not connected any more. Connect to it, then try again.</source>
        <translation>%1 больше не подключён. Подключитесь к нему и повторите.</translation>
    </message>
    <message>
        <source>There is nothing to try again: all of these sessions have ended meanwhile.</source>
        <translation>Повторять нечего: все эти сеансы тем временем завершились.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActionSet</name>
    <message>
        <source>C&amp;lose connection to</source>
        <translation>&amp;Закрыть подключение к</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>С&amp;толбцы</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Refresh &amp;interval</source>
        <translation>&amp;Период обновления</translation>
    </message>
    <message>
        <source>Co&amp;nnect to server…</source>
        <translation>П&amp;одключиться к серверу…</translation>
    </message>
    <message>
        <source>Show one more server</source>
        <translation>Показать ещё один сервер</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>О&amp;бновить</translation>
    </message>
    <message>
        <source>Ask all servers now</source>
        <translation>Опросить все серверы сейчас</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Зак&amp;рыть Deskwarden</translation>
    </message>
    <message>
        <source>&amp;Log off…</source>
        <translation>&amp;Выход из системы…</translation>
    </message>
    <message>
        <source>End the selected sessions</source>
        <translation>Выполнить выход в выбранных сеансах</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Отключить…</translation>
    </message>
    <message>
        <source>Part the selected sessions from their clients</source>
        <translation>Отключить выбранные сеансы от их клиентов</translation>
    </message>
    <message>
        <source>Send &amp;message…</source>
        <translation>Отправить &amp;сообщение…</translation>
    </message>
    <message>
        <source>Write to the selected users</source>
        <translation>Написать пользователям выбранных сеансов</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the selected lines as text</source>
        <translation>Копировать выбранные строки как текст</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>В&amp;ыбрать все</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>Go to the filter</source>
        <translation>Перейти к фильтру</translation>
    </message>
    <message>
        <source>Clear the &amp;filter</source>
        <translation>Очистить &amp;фильтр</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Спр&amp;авка</translation>
    </message>
    <message>
        <source>&amp;About Deskwarden</source>
        <translation>&amp;О программе Deskwarden</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Сервер</translation>
    </message>
    <message>
        <source>S&amp;ession</source>
        <translation>С&amp;еанс</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>Главная панель</translation>
    </message>
    <message>
        <source>&amp;Audit log…</source>
        <translation>&amp;Журнал аудита…</translation>
    </message>
    <message>
        <source>What each operator did to which session, and what became of it</source>
        <translation>Что каждый оператор сделал с каким сеансом и чем это закончилось</translation>
    </message>
    <message>
        <source>Drain VM &amp;host…</source>
        <translation>Освободить &amp;узел виртуализации…</translation>
    </message>
    <message>
        <source>Empty the VM host of the selected sessions</source>
        <translation>Выполнить выход во всех сеансах на узле выбранных сеансов</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>Плотность с&amp;трок</translation>
    </message>
    <message>
        <source>C&amp;omfortable</source>
        <translation>&amp;Просторно</translation>
    </message>
    <message>
        <source>Com&amp;pact</source>
        <translation>П&amp;лотно</translation>
    </message>
    <message>
        <source>Find an&amp;ything…</source>
        <translation>Н&amp;айти что угодно…</translation>
    </message>
    <message>
        <source>People, machines, hosts, collections, brokers and commands in one field</source>
        <translation>Люди, машины, узлы, коллекции, посредники и команды в одном поле</translation>
    </message>
    <message>
        <source>&amp;What changed…</source>
        <translation>&amp;Что изменилось…</translation>
    </message>
    <message>
        <source>Sessions that came, went, or are in another state, in the last 10 minutes</source>
        <translation>Сеансы, которые появились, исчезли или перешли в другое состояние, за последние 10 минут</translation>
    </message>
    <message>
        <source>As soo&amp;n as…</source>
        <translation>&amp;Как только…</translation>
    </message>
    <message>
        <source>Do something with the selected sessions when something has happened</source>
        <translation>Сделать что-то с выбранными сеансами, когда что-то произойдёт</translation>
    </message>
    <message>
        <source>What wai&amp;ts…</source>
        <translation>Что о&amp;жидает…</translation>
    </message>
    <message>
        <source>What waits for an event, until when, and what became of it</source>
        <translation>Что ожидает события, до какого времени и чем закончилось</translation>
    </message>
    <message>
        <source>Why can&apos;t the user get &amp;in?…</source>
        <translation>Почему пользователь не может в&amp;ойти?…</translation>
    </message>
    <message>
        <source>Look for what keeps a user out, and change nothing</source>
        <translation>Найти, что мешает пользователю войти; ничего не меняется</translation>
    </message>
    <message>
        <source>&amp;Start…</source>
        <translation>&amp;Запустить…</translation>
    </message>
    <message>
        <source>Start the selected machines</source>
        <translation>Запустить выбранные машины</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Со&amp;хранить…</translation>
    </message>
    <message>
        <source>Save the selected machines to disk</source>
        <translation>Сохранить выбранные машины на диск</translation>
    </message>
    <message>
        <source>Turn &amp;off…</source>
        <translation>В&amp;ыключить…</translation>
    </message>
    <message>
        <source>Turn the selected machines off</source>
        <translation>Выключить выбранные машины</translation>
    </message>
    <message>
        <source>&amp;Pause…</source>
        <translation>&amp;Приостановить…</translation>
    </message>
    <message>
        <source>Halt the selected machines in memory</source>
        <translation>Остановить выбранные машины в памяти</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Назначить…</translation>
    </message>
    <message>
        <source>Give the selected desktop to a user</source>
        <translation>Отдать выбранный рабочий стол пользователю</translation>
    </message>
    <message>
        <source>&amp;Free…</source>
        <translation>Ос&amp;вободить…</translation>
    </message>
    <message>
        <source>Take the selected desktops from their owners</source>
        <translation>Забрать выбранные рабочие столы у владельцев</translation>
    </message>
    <message>
        <source>Cure &amp;ghosts…</source>
        <translation>Вылечить при&amp;зраки…</translation>
    </message>
    <message>
        <source>Start the machine of each selected ghost, log the session off, and save the machine again if it was saved</source>
        <translation>Запустить машину каждого выделенного призрака, выполнить выход из сеанса и снова сохранить машину, если она была сохранена</translation>
    </message>
    <message>
        <source>Select all lines that are shown</source>
        <translation>Выделить все показанные строки</translation>
    </message>
    <message>
        <source>Show all there is</source>
        <translation>Показать всё, что есть</translation>
    </message>
    <message>
        <source>&amp;Machine</source>
        <translation>&amp;Машина</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityDock</name>
    <message>
        <source>Activity</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Cancel what waits</source>
        <translation>Отменить ждущие</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>Повторить неудавшиеся…</translation>
    </message>
    <message>
        <source>Copy for ticket</source>
        <translation>Копировать для заявки</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Убрать законченные</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Проверить снова</translation>
    </message>
    <message>
        <source>Begin nothing new until this is released; what runs is finished</source>
        <translation>Не начинать нового, пока кнопка нажата; начатое будет завершено</translation>
    </message>
    <message>
        <source>Look what became of the acts whose outcome is unknown; nothing is repeated</source>
        <translation>Узнать, чем закончились действия с неизвестным результатом; ничего не повторяется</translation>
    </message>
    <message>
        <source>Show only these outcomes</source>
        <translation>Показывать только эти результаты</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Copy as &amp;PowerShell</source>
        <translation>Копировать как &amp;PowerShell</translation>
    </message>
    <message>
        <source>Save as &amp;CSV…</source>
        <translation>Сохранить как &amp;CSV…</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Сохранить как CSV</translation>
    </message>
    <message>
        <source>Save as &amp;JSON…</source>
        <translation>Сохранить как &amp;JSON…</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Сохранить как JSON</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Cancel the &amp;selected</source>
        <translation>Отменить &amp;выбранные</translation>
    </message>
    <message>
        <source>Cancel what has not begun; who was told of a log-off is told that it does not come</source>
        <translation>Отменить всё, что не началось; предупреждённые о выходе узнают, что его не будет</translation>
    </message>
    <message>
        <source>Cancel &amp;all that waits</source>
        <translation>Отменить в&amp;се ждущие</translation>
    </message>
    <message>
        <source>1 user told, log-off in %1</source>
        <translation>1 пользователь предупреждён, выход через %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users told, the next log-off in %1</source>
        <translation>
            <numerusform>%Ln пользователь предупреждён, ближайший выход через %1</numerusform>
            <numerusform>%Ln пользователя предупреждены, ближайший выход через %1</numerusform>
            <numerusform>%Ln пользователей предупреждены, ближайший выход через %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>&amp;Действия</translation>
    </message>
    <message>
        <source>Copy for the &amp;next caller</source>
        <translation>Копировать для &amp;звонка</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln failed…</source>
        <translation>
            <numerusform>Повторить %Ln…</numerusform>
            <numerusform>Повторить %Ln…</numerusform>
            <numerusform>Повторить %Ln…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityFlow</name>
    <message>
        <source>Waves have paused</source>
        <translation>Волны приостановлены</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityReason</name>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>Copy for the next &amp;caller</source>
        <translation>Копировать для &amp;звонка</translation>
    </message>
    <message>
        <source>A text for the ticket: what to tell the user who calls</source>
        <translation>Текст для заявки: что сказать пользователю, который позвонит</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Почему: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ActivityStrip</name>
    <message>
        <source>Activity</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Progress of the activity</source>
        <translation>Ход действий</translation>
    </message>
    <message>
        <source>Hide what was done</source>
        <translation>Скрыть список действий</translation>
    </message>
    <message>
        <source>Show what was done</source>
        <translation>Показать список действий</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Пока ничего не сделано.</translation>
    </message>
    <message>
        <source>%1 of %2 finished</source>
        <translation>Закончено %1 из %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.</extracomment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>1 act has finished</source>
        <translation>Закончено 1 действие</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln acts have finished</source>
        <translation>
            <numerusform>Закончено %Ln действие</numerusform>
            <numerusform>Закончены все %Ln действия</numerusform>
            <numerusform>Закончены все %Ln действий</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AsSoonAsDialog</name>
    <message>
        <source>&amp;Keep it when the program ends</source>
        <translation>&amp;Сохранить после закрытия программы</translation>
    </message>
    <message>
        <source>As soon as</source>
        <translation>Как только</translation>
    </message>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>Sessions that it is about</source>
        <translation>Сеансы, о которых идёт речь</translation>
    </message>
    <message>
        <source>&amp;Log off when the session has been disconnected for:</source>
        <translation>&amp;Выход, когда сеанс отключён:</translation>
    </message>
    <message>
        <source>&amp;Tell me when nobody is on the VM host</source>
        <translation>Сообщить &amp;мне, когда на узле виртуализации никого нет</translation>
    </message>
    <message>
        <source>Send a &amp;message when the user is back</source>
        <translation>&amp;Отправить сообщение, когда пользователь вернётся</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>&amp;Заголовок:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>&amp;Текст:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;До:</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>&amp;Причина или заявка:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Wait for it</source>
        <translation>Ждать</translation>
    </message>
    <message>
        <source>None of these sessions can be waited for in this way.</source>
        <translation>Ни одного из этих сеансов так ждать нельзя.</translation>
    </message>
    <message>
        <source>Without that it ends with the program.</source>
        <translation>Без этого ожидание кончается вместе с программой.</translation>
    </message>
    <message>
        <source>For how many minutes the session has been disconnected</source>
        <translation>Сколько минут сеанс отключён</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AsSoonAsFlow</name>
    <message>
        <source>What was to be done as soon as something happens could not be read: %1</source>
        <translation>Не удалось прочитать, что сделать, как только что-то произойдёт: %1</translation>
    </message>
    <message>
        <source>At most %1 sessions can be waited for at once.</source>
        <translation>Одновременно можно ждать не больше сеансов, чем %1.</translation>
    </message>
    <message>
        <source>This cannot wait: its end is over already, or too many orders wait.</source>
        <translation>Ждать нельзя: срок уже истёк, или ожидающих слишком много.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::AuditWindow</name>
    <message>
        <source>Record %1 was changed.</source>
        <translation>Запись %1 изменена.</translation>
    </message>
    <message>
        <source>Record %1 does not follow the one before it.</source>
        <translation>Запись %1 не следует за предыдущей.</translation>
    </message>
    <message>
        <source>Records before record %1 were removed.</source>
        <translation>Записи перед записью %1 удалены.</translation>
    </message>
    <message>
        <source>The log should go on to record %1, and ends before it.</source>
        <translation>Журнал должен доходить до записи %1, но кончается раньше.</translation>
    </message>
    <message>
        <source>The file with the head of the log is missing.</source>
        <translation>Нет файла с последней записью журнала.</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Журнал аудита</translation>
    </message>
    <message>
        <source>Filter: user, host, result, reason…</source>
        <translation>Фильтр: пользователь, узел, результат, причина…</translation>
    </message>
    <message>
        <source>Filter of the audit log</source>
        <translation>Фильтр журнала аудита</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Проверить</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>&amp;Сохранить как CSV…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>О&amp;бновить</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>Пока ничего не сделано.</translation>
    </message>
    <message>
        <source>The audit log cannot be read.</source>
        <translation>Журнал аудита нельзя прочитать.</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Сохранить как CSV</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Не удалось записать %1.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source> days</source>
        <translation> дн.</translation>
    </message>
    <message>
        <source>&amp;Keep acts:</source>
        <translation>&amp;Хранить действия:</translation>
    </message>
    <message>
        <source>Older acts are removed at the next start. A checkpoint record then signs off what was removed, so that the rest can still be verified.</source>
        <translation>Более старые действия удаляются при следующем запуске. Контрольная запись заверяет удалённое, так что остальное по-прежнему можно проверить.</translation>
    </message>
    <message>
        <source>Records up to %1 were removed by age. Checkpoint record %2 of %3 signs them off: it holds the hash of the last one, so that Verify can go on from there.</source>
        <translation>Записи до %1 включительно удалены по возрасту. Их заверяет контрольная запись %2 от %3: в ней хэш последней из них, и проверка продолжается с этого места.</translation>
    </message>
    <message>
        <source>%1 acknowledged it on %2 (UTC).</source>
        <translation>%1 подтверждает, что видел это: %2 (UTC).</translation>
    </message>
    <message>
        <source>&amp;Acknowledge the damage</source>
        <translation>Подтвердить &amp;повреждение</translation>
    </message>
    <message>
        <source>Records that you have seen it, so that acts can be done again. The damage stays to be seen.</source>
        <translation>Записывает, что вы видели повреждение, чтобы действия снова выполнялись. Повреждение остаётся видимым.</translation>
    </message>
    <message>
        <source>Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it.</source>
        <translation>Пока журнал повреждён, ничего не делается. Сохраните копии журнала и файла с последней записью и сообщите о повреждении.</translation>
    </message>
    <message>
        <source>Nothing is done while the log is damaged. Keep a copy of it and of its head, and report it. Then acknowledge the damage, so that acts can be done again.</source>
        <translation>Пока журнал повреждён, ничего не делается. Сохраните копии журнала и файла с последней записью и сообщите о повреждении. Затем подтвердите, что видели повреждение, чтобы действия снова выполнялись.</translation>
    </message>
    <message>
        <source>The log was damaged. Since that was acknowledged, its records are as they were written.</source>
        <translation>Журнал был повреждён. С тех пор как это подтверждено, записи в нём такие, какими были сделаны.</translation>
    </message>
    <message>
        <source>1 record is there, as it was written.</source>
        <translation>Есть 1 запись, такая, какой была сделана.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln records are as they were written.</source>
        <translation>
            <numerusform>%Ln запись такая, какой была сделана.</numerusform>
            <numerusform>Все %Ln записи такие, какими были сделаны.</numerusform>
            <numerusform>Все %Ln записей такие, какими были сделаны.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CertificateDialog</name>
    <message>
        <source>Certificate of the server</source>
        <translation>Сертификат сервера</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the administrator of this server gives you, by telephone or in person. Trust the certificate only if all of it is the same.</source>
        <translation>Сравните отпечаток с тем, который администратор этого сервера сообщит вам лично или по телефону. Доверяйте сертификату, только если они полностью совпадают.</translation>
    </message>
    <message>
        <source>Certificate of %1</source>
        <translation>Сертификат: %1</translation>
    </message>
    <message>
        <source>&amp;Copy the fingerprint</source>
        <translation>&amp;Копировать отпечаток</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>&amp;Доверять этому сертификату</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>You trust exactly this certificate.</source>
        <translation>Вы доверяете именно этому сертификату.</translation>
    </message>
    <message>
        <source>This is not the certificate that you trusted for this server.</source>
        <translation>Это не тот сертификат, которому вы доверяли для этого сервера.</translation>
    </message>
    <message>
        <source>It may have been renewed, or somebody stands between you and the server. Ask before you go on.</source>
        <translation>Возможно, его обновили, а возможно, кто-то вмешивается между вами и сервером. Уточните, прежде чем продолжать.</translation>
    </message>
    <message>
        <source>This computer trusts the certificate.</source>
        <translation>Этот компьютер доверяет сертификату.</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate: %1</source>
        <translation>Этот компьютер не доверяет сертификату: %1</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Кому выдан:</translation>
    </message>
    <message>
        <source>For the names:</source>
        <translation>Для имён:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Кем выдан:</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Действителен с:</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Действителен по:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>Отпечаток SHA-256:</translation>
    </message>
    <message>
        <source>Trusted until now:</source>
        <translation>Доверенный до сих пор:</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ChangesWindow</name>
    <message>
        <source>What changed in the last 10 minutes</source>
        <translation>Что изменилось за последние 10 минут</translation>
    </message>
    <message>
        <source>&amp;Show the session</source>
        <translation>&amp;Показать сеанс</translation>
    </message>
    <message>
        <source>Nothing has changed. What a first list shows was there before.</source>
        <translation>Ничего не изменилось. То, что показал первый список, было и раньше.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes, the newest first. Lists are compared as they come.</source>
        <translation>
            <numerusform>%Ln изменение. Списки сравниваются по мере получения.</numerusform>
            <numerusform>%Ln изменения, новые сначала. Списки сравниваются по мере получения.</numerusform>
            <numerusform>%Ln изменений, новые сначала. Списки сравниваются по мере получения.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 change. Lists are compared as they come.</source>
        <translation>1 изменение. Списки сравниваются по мере получения.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ClosingDialog</name>
    <message>
        <source>1 act is being carried out.</source>
        <translation>1 действие выполняется.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts are being carried out.</source>
        <translation>
            <numerusform>%Ln действие выполняется.</numerusform>
            <numerusform>%Ln действия выполняются.</numerusform>
            <numerusform>%Ln действий выполняются.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 act has not begun.</source>
        <translation>1 действие не начато.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts have not begun.</source>
        <translation>
            <numerusform>%Ln действие не начато.</numerusform>
            <numerusform>%Ln действия не начаты.</numerusform>
            <numerusform>%Ln действий не начаты.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything has finished</source>
        <translation>Ещё не всё завершено</translation>
    </message>
    <message>
        <source>Close Deskwarden</source>
        <translation>Закрыть Deskwarden</translation>
    </message>
    <message>
        <source>Keep running: the window closes by itself when the last act has finished.
Stop: what has not begun is cancelled and never sent. What was sent cannot be called back; the audit log has it, and what became of it is looked up after the next start.</source>
        <translation>Продолжить: окно закроется само, когда завершится последнее действие.
Остановить: то, что не начато, отменяется и не будет отправлено. Отправленное вернуть нельзя; оно есть в журнале аудита, и чем оно закончилось, будет выяснено после следующего запуска.</translation>
    </message>
    <message>
        <source>Acts that have finished</source>
        <translation>Завершённые действия</translation>
    </message>
    <message>
        <source>Do not close</source>
        <translation>Не закрывать</translation>
    </message>
    <message>
        <source>&amp;Keep running, then close</source>
        <translation>&amp;Продолжить, затем закрыть</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Остановить и закрыть</translation>
    </message>
    <message>
        <source>Closes when all has finished</source>
        <translation>Закроется, когда всё завершится</translation>
    </message>
    <message>
        <source>1 user was told and waits for the log-off in %1.</source>
        <translation>1 пользователь предупреждён; выход через %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users were told and wait; the next log-off is in %1.</source>
        <translation>
            <numerusform>%Ln пользователь предупреждён; ближайший выход через %1.</numerusform>
            <numerusform>%Ln пользователя предупреждены; ближайший выход через %1.</numerusform>
            <numerusform>%Ln пользователей предупреждены; ближайший выход через %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Users who were told of a log-off first get a message that it does not come.</source>
        <translation>Пользователям, предупреждённым о выходе, сначала сообщается, что его не будет.</translation>
    </message>
    <message>
        <source>Closes when the users have been told</source>
        <translation>Закроется, когда пользователям сообщат</translation>
    </message>
    <message>
        <source>Everything that had not begun is cancelled. Users who were told of a log-off get a message that it does not come. Close at once, and those who have not got it yet will wait for nothing.</source>
        <translation>Всё, что не началось, отменено. Пользователям, предупреждённым о выходе, сообщается, что его не будет. Если закрыть сразу, те, кому ещё не сообщили, будут ждать напрасно.</translation>
    </message>
    <message>
        <source>&amp;Close at once</source>
        <translation>Закрыть &amp;сразу</translation>
    </message>
    <message>
        <source>Still under way: %L1</source>
        <translation>Осталось: %L1</translation>
    </message>
    <message>
        <source>1 VM host is being drained.</source>
        <translation>Освобождается 1 узел виртуализации.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln VM hosts are being drained.</source>
        <translation>
            <numerusform>Освобождается %Ln узел виртуализации.</numerusform>
            <numerusform>Освобождаются %Ln узла виртуализации.</numerusform>
            <numerusform>Освобождаются %Ln узлов виртуализации.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 act waits for something to happen.</source>
        <translation>1 действие ожидает события.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts wait for something to happen.</source>
        <translation>
            <numerusform>%Ln действие ожидает события.</numerusform>
            <numerusform>%Ln действия ожидают события.</numerusform>
            <numerusform>%Ln действий ожидают события.</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits for something to happen is forgotten where it is not kept.</source>
        <translation>То, что ожидает события, будет забыто, если оно не сохраняется.</translation>
    </message>
    <message>
        <source>Ghosts are being cured.</source>
        <translation>Призраки лечатся.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConfirmationDialog</name>
    <message>
        <source>By state:</source>
        <translation>По состоянию:</translation>
    </message>
    <message>
        <source>By VM host:</source>
        <translation>По узлам виртуализации:</translation>
    </message>
    <message>
        <source>Everybody who is hit</source>
        <translation>Все, кого это коснётся</translation>
    </message>
    <message>
        <source>Sessions that are left out, with the reason</source>
        <translation>Исключённые сеансы с указанием причины</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>Причина или за&amp;явка:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>There is nobody to act upon</source>
        <translation>Действовать не на кого</translation>
    </message>
    <message>
        <source>And:</source>
        <translation>А также:</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>и ещё 1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hit: %1</source>
        <translation>&amp;Затронуты: %1</translation>
    </message>
    <message>
        <source>&amp;Left out: %1</source>
        <translation>&amp;Исключены: %1</translation>
    </message>
    <message>
        <source>Message first, then log off</source>
        <translation>Сообщение, затем выход</translation>
    </message>
    <message>
        <source>Message first, log off in %1 min</source>
        <translation>Сообщение, выход через %1 мин</translation>
    </message>
    <message>
        <source>Drain VM host</source>
        <translation>Освобождение узла виртуализации</translation>
    </message>
    <message>
        <source>Drain VM host %1?</source>
        <translation>Освободить узел виртуализации %1?</translation>
    </message>
    <message>
        <source>By server:</source>
        <translation>По серверам:</translation>
    </message>
    <message>
        <source>This session has ended meanwhile: there is nothing left to do.</source>
        <translation>Этот сеанс тем временем завершился: делать больше нечего.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConfirmationEntry</name>
    <message>
        <source>To confirm, type the &amp;number %1:</source>
        <translation>Для подтверждения введите &amp;число %1:</translation>
    </message>
    <message>
        <source>To confirm, type the number %1</source>
        <translation>Для подтверждения введите число %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConnectFlow</name>
    <message>
        <source>This address is connected already, as “%1”.</source>
        <translation>К этому адресу уже установлено подключение: «%1».</translation>
    </message>
    <message>
        <source>This address is connected already, as “%1” with %2.</source>
        <translation>К этому адресу уже установлено подключение: «%1», пользователь %2.</translation>
    </message>
    <message>
        <source>Users there were told of a log-off, or a host is being drained: the connection stays until that is over.</source>
        <translation>Пользователей там предупредили о выходе из системы, или узел освобождается: подключение остаётся, пока это не закончится.</translation>
    </message>
    <message>
        <source>Connect again to take its place. What waits there is cancelled.</source>
        <translation>Подключитесь ещё раз, чтобы заменить его. Ожидающие там действия будут отменены.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ConnectionDialog</name>
    <message>
        <source>Sign in as &amp;me, by my Kerberos ticket</source>
        <translation>Войти от &amp;моего имени по билету Kerberos</translation>
    </message>
    <message>
        <source>Uses the ticket that you got when you signed in to this computer, or by kinit. No password is needed.</source>
        <translation>Используется билет, полученный вами при входе на этот компьютер или командой kinit. Пароль не нужен.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Cert&amp;ificate:</source>
        <translation>&amp;Сертификат:</translation>
    </message>
    <message>
        <source>my certificate (PEM)</source>
        <translation>мой сертификат (PEM)</translation>
    </message>
    <message>
        <source>Choose the file: my certificate (PEM)</source>
        <translation>Выбрать файл: мой сертификат (PEM)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Ke&amp;y:</source>
        <translation>&amp;Ключ:</translation>
    </message>
    <message>
        <source>private key (PEM), if it is in a file of its own</source>
        <translation>закрытый ключ (PEM), если он в отдельном файле</translation>
    </message>
    <message>
        <source>Choose the file: private key (PEM), if it is in a file of its own</source>
        <translation>Выбрать файл: закрытый ключ (PEM), если он в отдельном файле</translation>
    </message>
    <message>
        <source>My certificate</source>
        <translation>Мой сертификат</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Закрытый ключ</translation>
    </message>
    <message>
        <source>Choose the file with your certificate.</source>
        <translation>Выберите файл с вашим сертификатом.</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>хранится в связке ключей</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.key)</source>
        <translation>Сертификаты (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>Connect to a broker</source>
        <translation>Подключение к посреднику</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Адрес:</translation>
    </message>
    <message>
        <source>Address of the broker</source>
        <translation>Адрес посредника подключений</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Пользователь:</translation>
    </message>
    <message>
        <source>User to sign in as</source>
        <translation>Пользователь для входа</translation>
    </message>
    <message>
        <source>DOMAIN\user or user@example.com</source>
        <translation>ДОМЕН\пользователь или user@example.com</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>Паро&amp;ль:</translation>
    </message>
    <message>
        <source>kept in memory only</source>
        <translation>хранится только в памяти</translation>
    </message>
    <message>
        <source>&amp;Sign in by:</source>
        <translation>Спосо&amp;б входа:</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Способ входа</translation>
    </message>
    <message>
        <source>Which certificate to trust (HTTPS)</source>
        <translation>Какому сертификату доверять (HTTPS)</translation>
    </message>
    <message>
        <source>Certificates that this &amp;computer trusts</source>
        <translation>Сертификатам, которым доверяет этот &amp;компьютер</translation>
    </message>
    <message>
        <source>A certificate authority &amp;file:</source>
        <translation>Центрам из &amp;файла:</translation>
    </message>
    <message>
        <source>File with the certificate authorities, PEM or DER</source>
        <translation>Файл с центрами сертификации, PEM или DER</translation>
    </message>
    <message>
        <source>company-ca.pem</source>
        <translation>company-ca.pem</translation>
    </message>
    <message>
        <source>Choose the certificate authority file</source>
        <translation>Выбрать файл центров сертификации</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Об&amp;зор…</translation>
    </message>
    <message>
        <source>Exactly &amp;one certificate, SHA-256:</source>
        <translation>Только &amp;одному, SHA-256:</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate</source>
        <translation>Отпечаток SHA-256 сертификата</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 hex-цифры</translation>
    </message>
    <message>
        <source>Show the certificate of the server</source>
        <translation>Показать сертификат сервера</translation>
    </message>
    <message>
        <source>Show c&amp;ertificate…</source>
        <translation>Показать с&amp;ертификат…</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>&amp;Дополнительно</translation>
    </message>
    <message>
        <source>WMI &amp;namespace:</source>
        <translation>Пространство &amp;имён WMI:</translation>
    </message>
    <message>
        <source>Time &amp;limit of one call:</source>
        <translation>Предельное вре&amp;мя вызова:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>&amp;Resource addresses:</source>
        <translation>Адреса &amp;ресурсов:</translation>
    </message>
    <message>
        <source>Windows (wmi)</source>
        <translation>Windows (wmi)</translation>
    </message>
    <message>
        <source>DMTF (cim), for OMI servers</source>
        <translation>DMTF (cim), для серверов OMI</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Про&amp;верить подключение</translation>
    </message>
    <message>
        <source>Stop testin&amp;g</source>
        <translation>Остановить проверк&amp;у</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The server showed no certificate.</source>
        <translation>Сервер не предъявил сертификата.</translation>
    </message>
    <message>
        <source>Choose the file with the certificate authorities.</source>
        <translation>Выберите файл с центрами сертификации.</translation>
    </message>
    <message>
        <source>A SHA-256 fingerprint has 64 hexadecimal digits. Show the certificate to take it from there.</source>
        <translation>Отпечаток SHA-256 состоит из 64 шестнадцатеричных цифр. Его можно взять, показав сертификат.</translation>
    </message>
    <message>
        <source>Type the user to sign in as.</source>
        <translation>Введите имя пользователя для входа.</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Центры сертификации</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Asking the server for its certificate…</source>
        <translation>Запрашивается сертификат сервера…</translation>
    </message>
    <message>
        <source>First part of the server&apos;s name in Kerberos. HTTP is usual; WSMAN or HOST help where HTTP belongs to another service.</source>
        <translation>Первая часть имени сервера в Kerberos. Обычно HTTP; WSMAN или HOST помогают там, где HTTP принадлежит другой службе.</translation>
    </message>
    <message>
        <source>Name in Kerberos begins &amp;with:</source>
        <translation>&amp;Начало имени в Kerberos:</translation>
    </message>
    <message>
        <source>E&amp;xplore the demonstration</source>
        <translation>&amp;Открыть демонстрацию</translation>
    </message>
    <message>
        <source>&amp;Display name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>Name of the server in this program</source>
        <translation>Название сервера в этой программе</translation>
    </message>
    <message>
        <source>such as &quot;Berlin broker&quot;</source>
        <translation>например, «Посредник в Берлине»</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Безопасность</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к %1…</translation>
    </message>
    <message>
        <source>Deskwarden shows who works on which virtual desktop, and logs people off. Connect to your broker, or look around first.</source>
        <translation>Deskwarden показывает, кто работает на каких виртуальных рабочих столах, и выполняет выход из системы. Подключитесь к своему посреднику или сначала осмотритесь.</translation>
    </message>
    <message>
        <source>certificates that this computer trusts</source>
        <translation>сертификаты, которым доверяет этот компьютер</translation>
    </message>
    <message>
        <source>exactly one certificate</source>
        <translation>ровно один сертификат</translation>
    </message>
    <message>
        <source>certificate authorities from a file</source>
        <translation>центры сертификации из файла</translation>
    </message>
    <message>
        <source>Ask for the list (fre&amp;quency):</source>
        <translation>Запрашивать список (&amp;частота):</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CopyLabel</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CureBar</name>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Begin no further step; what was sent is still followed</source>
        <translation>Не начинать новых шагов; отправленное отслеживается</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::CureConfirmation</name>
    <message>
        <source>Cure ghosts</source>
        <translation>Вылечить призраки</translation>
    </message>
    <message>
        <source>Asking for the machines of these sessions…</source>
        <translation>Запрашиваются машины этих сеансов…</translation>
    </message>
    <message>
        <source>1 session is no ghost and is left alone: its machine is neither off nor saved, or is not known.</source>
        <translation>1 сеанс не призрак и не будет затронут: его машина не выключена и не сохранена или неизвестна.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions are no ghosts and are left alone: their machines are neither off nor saved, or are not known.</source>
        <translation>
            <numerusform>%Ln сеанс не призрак и не будет затронут: его машина не выключена и не сохранена или неизвестна.</numerusform>
            <numerusform>%Ln сеанса не призраки и не будут затронуты: их машины не выключены и не сохранены или неизвестны.</numerusform>
            <numerusform>%Ln сеансов не призраки и не будут затронуты: их машины не выключены и не сохранены или неизвестны.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no ghost to cure</source>
        <translation>Лечить некого: призраков нет</translation>
    </message>
    <message>
        <source>Cure the ghost on %1?</source>
        <translation>Вылечить призрак на %1?</translation>
    </message>
    <message numerus="yes">
        <source>Cure %Ln ghosts?</source>
        <translation>
            <numerusform>Вылечить %Ln призрак?</numerusform>
            <numerusform>Вылечить %Ln призрака?</numerusform>
            <numerusform>Вылечить %Ln призраков?</numerusform>
        </translation>
    </message>
    <message>
        <source>The machine of each is started and gets %1 s. Its session is logged off, and looked for until it is gone. A machine that was saved is saved again. Each step stands in Activity and in the record; the first that fails ends the cure of that ghost.</source>
        <translation>Машина каждого запускается и получает %1 секунд. Выполняется выход из сеанса, и за ним следят, пока он не исчезнет. Сохранённая машина сохраняется снова. Каждый шаг виден в ходе действий и в журнале; первый неудачный завершает лечение этого призрака.</translation>
    </message>
    <message>
        <source>Cure the ghost</source>
        <translation>Вылечить призрак</translation>
    </message>
    <message numerus="yes">
        <source>Cure %Ln ghosts</source>
        <translation>
            <numerusform>Вылечить %Ln призрак</numerusform>
            <numerusform>Вылечить %Ln призрака</numerusform>
            <numerusform>Вылечить %Ln призраков</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Details of the selected session</source>
        <translation>Подробности выбранного сеанса</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Копировать подробности</translation>
    </message>
    <message>
        <source>No session selected</source>
        <translation>Сеанс не выбран</translation>
    </message>
    <message>
        <source>1 session selected</source>
        <translation>Выбран 1 сеанс</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions selected</source>
        <translation>
            <numerusform>Выбран %Ln сеанс</numerusform>
            <numerusform>Выбрано %Ln сеанса</numerusform>
            <numerusform>Выбрано %Ln сеансов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DirectoryPanel</name>
    <message>
        <source>Sign in to it with the user and password above</source>
        <translation>Входить в него с указанными выше именем и паролем</translation>
    </message>
    <message>
        <source>Directory (tells names and accounts of the users)</source>
        <translation>Каталог (знает имена и учётные записи пользователей)</translation>
    </message>
    <message>
        <source>the whole domain</source>
        <translation>весь домен</translation>
    </message>
    <message>
        <source>The name below which users are looked for, such as OU=People,DC=corp,DC=example.</source>
        <translation>Имя, под которым ищутся пользователи, например OU=People,DC=corp,DC=example.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Обзор…</translation>
    </message>
    <message>
        <source>Choose the file with the certificate authorities of the directory</source>
        <translation>Выбрать файл с центрами сертификации каталога</translation>
    </message>
    <message>
        <source>Without it, by your Kerberos ticket.</source>
        <translation>Иначе — по вашему билету Kerberos.</translation>
    </message>
    <message>
        <source>Users below:</source>
        <translation>Пользователи под:</translation>
    </message>
    <message>
        <source>Certificate authorities:</source>
        <translation>Центры сертификации:</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>Каталог: %1</translation>
    </message>
    <message>
        <source>Certificate authorities of the directory</source>
        <translation>Центры сертификации каталога</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Сертификаты (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>short name of the domain</source>
        <translation>краткое имя домена</translation>
    </message>
    <message>
        <source>Short name of the domain</source>
        <translation>Краткое имя домена</translation>
    </message>
    <message>
        <source>What Windows writes in front of a user: CORP in CORP\ann. Empty: as the directory tells.</source>
        <translation>То, что Windows пишет перед именем пользователя: CORP в CORP\ann. Пусто: как сообщает каталог.</translation>
    </message>
    <message>
        <source>this computer&apos;s own</source>
        <translation>этого компьютера</translation>
    </message>
    <message>
        <source>None is asked</source>
        <translation>Не спрашивать</translation>
    </message>
    <message>
        <source>This domain or server</source>
        <translation>Домен или сервер</translation>
    </message>
    <message>
        <source>The domain&apos;s own is that of the user above, or else of the server; the DNS names its servers.</source>
        <translation>Каталог домена — это каталог домена пользователя выше, а если он не указан, то сервера; его серверы называет DNS.</translation>
    </message>
    <message>
        <source>The domain&apos;s own</source>
        <translation>Каталог домена</translation>
    </message>
    <message>
        <source>The domain&apos;s own: %1</source>
        <translation>Каталог домена: %1</translation>
    </message>
    <message>
        <source>Domain or server of the directory</source>
        <translation>Домен или сервер каталога</translation>
    </message>
    <message>
        <source>The domain, corp.example: the DNS names its servers. Or one server: ldaps://dc1.corp.example, or ldap://dc1.corp.example with StartTLS. Nothing is said without TLS.</source>
        <translation>Домен corp.example: его серверы называет DNS. Или один сервер: ldaps://dc1.corp.example либо, со StartTLS, ldap://dc1.corp.example. Без TLS ничего не передаётся.</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Каталог:</translation>
    </message>
    <message>
        <source>Directory: type a domain or a server, or choose that none is asked.</source>
        <translation>Каталог: укажите домен или сервер либо выберите «Не спрашивать».</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainFlow</name>
    <message>
        <source>The selected sessions are on several VM hosts.</source>
        <translation>Выбранные сеансы находятся на нескольких узлах виртуализации.</translation>
    </message>
    <message>
        <source>Select sessions of the one that is to be drained.</source>
        <translation>Выберите сеансы того узла, который нужно освободить.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainModel</name>
    <message>
        <source>Nobody</source>
        <translation>Никого</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>С начала</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Виртуальная машина</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сеанс</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Появился</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Пояснение</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::DrainWindow</name>
    <message>
        <source>Drain of %1</source>
        <translation>Освобождение %1</translation>
    </message>
    <message>
        <source>Drain of VM host %1</source>
        <translation>Освобождение узла виртуализации %1</translation>
    </message>
    <message>
        <source>Listed by %1</source>
        <translation>Список сервера %1</translation>
    </message>
    <message>
        <source>Sessions that have gone</source>
        <translation>Исчезнувшие сеансы</translation>
    </message>
    <message>
        <source>Sessions on the host and what became of them</source>
        <translation>Сеансы на узле и что с ними стало</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Приостановить</translation>
    </message>
    <message>
        <source>Begins nothing new, here and in Activity</source>
        <translation>Не начинать нового, здесь и в списке действий</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>О&amp;становить</translation>
    </message>
    <message>
        <source>Cancels what has not begun; who was told of a log-off is told that it does not come</source>
        <translation>Отменить всё, что не началось; предупреждённые о выходе узнают, что его не будет</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>П&amp;овторить</translation>
    </message>
    <message>
        <source>Tries again to log off who is left</source>
        <translation>Ещё раз выполнить выход в оставшихся сеансах</translation>
    </message>
    <message>
        <source>&amp;Copy for ticket</source>
        <translation>&amp;Копировать для заявки</translation>
    </message>
    <message>
        <source>Copies the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>Со&amp;хранить…</translation>
    </message>
    <message>
        <source>Writes the report into a file</source>
        <translation>Записать отчёт в файл</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>Next log-off in %1</source>
        <translation>Следующий выход через %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Текст (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::EndNotifier</name>
    <message>
        <source>Draining %1 has ended</source>
        <translation>Освобождение %1 закончено</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::FilterBar</name>
    <message>
        <source>Show all places again</source>
        <translation>Снова показать все места</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>Only %1. Show all places again</source>
        <translation>Только %1. Снова показать все места</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>Показано %1 из %2</translation>
    </message>
    <message>
        <source>Show all sessions again, not only those of the list</source>
        <translation>Снова показать все сеансы, а не только те, что в списке</translation>
    </message>
    <message>
        <source>Only %1. Show all sessions again</source>
        <translation>Только %1. Снова показать все сеансы</translation>
    </message>
    <message>
        <source>Any idle time</source>
        <translation>Любой простой</translation>
    </message>
    <message>
        <source>Idle for at least %1 min</source>
        <translation>Простой от %1 мин</translation>
    </message>
    <message>
        <source>Idle for at least %1 h</source>
        <translation>Простой от %1 ч</translation>
    </message>
    <message>
        <source>Idle for at least %1 d</source>
        <translation>Простой от %1 дн.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Sessions that somebody should look after</source>
        <translation>Сеансы, которыми кому-то следует заняться</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Other states, and sessions that nobody has used for a while</source>
        <translation>Другие состояния и сеансы, которыми давно никто не пользуется</translation>
    </message>
    <message>
        <source>&amp;Idle time</source>
        <translation>&amp;Время простоя</translation>
    </message>
    <message>
        <source>Probable &amp;ghosts</source>
        <translation>Вероятные &amp;призраки</translation>
    </message>
    <message>
        <source>&amp;Stuck</source>
        <translation>&amp;Зависшие</translation>
    </message>
    <message>
        <source>&amp;Broken</source>
        <translation>&amp;Неисправные</translation>
    </message>
    <message>
        <source>On several &amp;machines</source>
        <translation>На нескольких &amp;машинах</translation>
    </message>
    <message>
        <source>&amp;All problems</source>
        <translation>Все &amp;проблемы</translation>
    </message>
    <message>
        <source>Only sessions that nobody has used for a while: idle as the broker tells, or else seen disconnected from here. Press to show all again</source>
        <translation>Только сеансы, которыми давно никто не пользуется: по сведениям посредника или по наблюдениям отсюда. Нажмите, чтобы снова показать все</translation>
    </message>
    <message>
        <source>%1. Show all again</source>
        <translation>%1. Снова показать все</translation>
    </message>
    <message>
        <source>Take this condition away</source>
        <translation>Убрать это условие</translation>
    </message>
    <message>
        <source>%1. Take this condition away</source>
        <translation>%1. Убрать это условие</translation>
    </message>
    <message>
        <source>Pasted list</source>
        <translation>Вставленный список</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::FilterEdit</name>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Find a person, machine, host… (%1)</source>
        <translation>Найти человека, машину, узел… (%1)</translation>
    </message>
    <message>
        <source>Find (%1)</source>
        <extracomment>In a field that is too narrow for a sentence. %1 are keys, such as Ctrl+F.</extracomment>
        <translation>Найти (%1)</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::GroupingMenu</name>
    <message>
        <source>&amp;Not at all</source>
        <translation>&amp;Не группировать</translation>
    </message>
    <message>
        <source>By &amp;collection</source>
        <translation>По &amp;коллекции</translation>
    </message>
    <message>
        <source>By VM &amp;host</source>
        <translation>По &amp;узлу виртуализации</translation>
    </message>
    <message>
        <source>By &amp;user</source>
        <translation>По &amp;пользователю</translation>
    </message>
    <message>
        <source>By &amp;state</source>
        <translation>По &amp;состоянию</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Группировка</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HandOffMenu</name>
    <message>
        <source>Hand o&amp;ver to</source>
        <translation>Пере&amp;дать</translation>
    </message>
    <message>
        <source>Policy does not let programs take over.</source>
        <translation>Политика не разрешает передавать другим программам.</translation>
    </message>
    <message>
        <source>Select one session.</source>
        <translation>Выберите один сеанс.</translation>
    </message>
    <message>
        <source>Ticket %1 in the browser</source>
        <translation>Заявка %1 в браузере</translation>
    </message>
    <message>
        <source>The program %1 could not be started.</source>
        <translation>Программу %1 не удалось запустить.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HandOffPanel</name>
    <message>
        <source>Programs that take over, one a line</source>
        <translation>Программы для передачи, по одной в строке</translation>
    </message>
    <message>
        <source>Policy says which programs may take over.</source>
        <translation>Политика определяет, каким программам можно передавать.</translation>
    </message>
    <message>
        <source>It is not kept.</source>
        <translation>Не сохраняется.</translation>
    </message>
    <message>
        <source>One a line: NAME = PROGRAM ARGUMENTS. Filled in are {host}, {vm}, {user}, {session}, {client} and {ticket}. Programs are started without a shell.</source>
        <translation>По одной в строке: ИМЯ = ПРОГРАММА АРГУМЕНТЫ. Подставляются {host}, {vm}, {user}, {session}, {client} и {ticket}. Программы запускаются без командной оболочки.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HelpWindow</name>
    <message>
        <source>Deskwarden help</source>
        <translation>Справка Deskwarden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the help text, by the name of its file in resources/help</extracomment>
        <translation>ru</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Поиск в справке</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>No section has these words.</source>
        <translation>Этих слов нет ни в одном разделе.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HostsFlow</name>
    <message>
        <source>VM &amp;hosts…</source>
        <translation>&amp;Узлы виртуализации…</translation>
    </message>
    <message>
        <source>Every VM host with sessions, load, last answer and failures, and the servers of the deployment</source>
        <translation>Все узлы виртуализации с сеансами, нагрузкой, последним ответом и неудачами, а также серверы развёртывания</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::HostsWindow</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>VM hosts</source>
        <translation>Узлы виртуализации</translation>
    </message>
    <message>
        <source>Servers of the deployment</source>
        <translation>Серверы развёртывания</translation>
    </message>
    <message>
        <source>Asking for the VM hosts…</source>
        <translation>Запрашиваются узлы виртуализации…</translation>
    </message>
    <message>
        <source>No VM hosts are known. Connect to a broker that has some.</source>
        <translation>Узлы виртуализации не известны. Подключитесь к посреднику, у которого они есть.</translation>
    </message>
    <message>
        <source>The brokers tell of no VM hosts.</source>
        <translation>Посредники не сообщают об узлах виртуализации.</translation>
    </message>
    <message>
        <source>1 server in the deployment:</source>
        <translation>1 сервер в развёртывании:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln servers in the deployment:</source>
        <translation>
            <numerusform>%Ln сервер в развёртывании:</numerusform>
            <numerusform>%Ln сервера в развёртывании:</numerusform>
            <numerusform>%Ln серверов в развёртывании:</numerusform>
        </translation>
    </message>
    <message>
        <source>The broker could not be asked.</source>
        <translation>Посредника не удалось спросить.</translation>
    </message>
    <message>
        <source>The sessions are not known.</source>
        <translation>Сеансы не известны.</translation>
    </message>
    <message>
        <source>The machines are not known.</source>
        <translation>Машины не известны.</translation>
    </message>
    <message>
        <source>The load of the hosts is not known.</source>
        <translation>Нагрузка узлов не известна.</translation>
    </message>
    <message>
        <source>The servers of the deployment are not known.</source>
        <translation>Серверы развёртывания не известны.</translation>
    </message>
    <message>
        <source>Last answers and failures are not known.</source>
        <translation>Последние ответы и неудачи не известны.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::IntervalCombo</name>
    <message>
        <source>As in Preferences</source>
        <translation>Как в настройках</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::KeepPasswordPanel</name>
    <message>
        <source>&amp;Keep the password in the system&apos;s keychain</source>
        <translation>&amp;Хранить пароль в системной связке ключей</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget the kept password</source>
        <translation>Забыть сохранённый пароль</translation>
    </message>
    <message>
        <source>The keychain did not keep it: %1</source>
        <translation>Связка ключей не сохранила пароль: %1</translation>
    </message>
    <message>
        <source>The keychain did not forget it: %1</source>
        <translation>Связка ключей не забыла пароль: %1</translation>
    </message>
    <message>
        <source>This computer offers no keychain: passwords are forgotten when the program ends.</source>
        <translation>На этом компьютере нет связки ключей: пароли забываются по окончании работы программы.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::KeptPasswordsPanel</name>
    <message>
        <source>&amp;Look in the keychain</source>
        <translation>&amp;Посмотреть в связке ключей</translation>
    </message>
    <message>
        <source>Shows which passwords are kept for the servers of the list. The keychain may have to be unlocked.</source>
        <translation>Показывает, какие пароли сохранены для серверов из списка. Возможно, связку ключей придётся разблокировать.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 на %2</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget the password of %1</source>
        <translation>Забыть пароль: %1</translation>
    </message>
    <message>
        <source>The keychain did not forget it: %1</source>
        <translation>Связка ключей не забыла пароль: %1</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Запрос к связке ключей…</translation>
    </message>
    <message>
        <source>This computer offers no keychain: passwords are forgotten when the program ends.</source>
        <translation>На этом компьютере нет связки ключей: пароли забываются по окончании работы программы.</translation>
    </message>
    <message>
        <source>Passwords kept: %1</source>
        <translation>Сохранено паролей: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LastServers</name>
    <message>
        <source>%1 refused the sign-in. So that your account is not locked, these servers were not asked with it: %2.</source>
        <translation>%1: во входе отказано. Чтобы ваша учётная запись не была заблокирована, с ней не обращались к серверам: %2.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in as %2. So that the account is not locked, these servers were not asked with it: %3.</source>
        <translation>%1: во входе под именем %2 отказано. Чтобы учётная запись не была заблокирована, с ней не обращались к серверам: %3.</translation>
    </message>
    <message>
        <source>Connect to them once you know that the password is right.</source>
        <translation>Подключитесь к ним, когда будете уверены в пароле.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Deskwarden is free software. The packages for Windows bring the libraries below; on Linux the system has its own.</source>
        <translation>Deskwarden — свободная программа. Пакеты для Windows содержат перечисленные ниже библиотеки; в Linux используются библиотеки системы.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Компоненты</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copyright: %1</source>
        <translation>Авторские права: %1</translation>
    </message>
    <message>
        <source>Home: %1</source>
        <translation>Сайт: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Исходный код: %1</translation>
    </message>
    <message>
        <source>In the packages for Windows: %1</source>
        <translation>В пакетах для Windows: %1</translation>
    </message>
    <message>
        <source>Its authors have placed it in the public domain.</source>
        <translation>Передано авторами в общественное достояние.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LinkFlow</name>
    <message>
        <source>A link to another server</source>
        <translation>Ссылка на другой сервер</translation>
    </message>
    <message>
        <source>A link names a server that this console has never connected to: %1</source>
        <translation>Ссылка называет сервер, к которому эта консоль никогда не подключалась: %1</translation>
    </message>
    <message>
        <source>Go on only if you know it: the next step asks for your password. A link never connects by itself.</source>
        <translation>Продолжайте, только если вы знаете этот сервер: на следующем шаге потребуется ваш пароль. Сама ссылка никогда не подключается.</translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Подключиться…</translation>
    </message>
    <message>
        <source>Do &amp;not connect</source>
        <translation>&amp;Не подключаться</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ListMenu</name>
    <message>
        <source>Copy &amp;as</source>
        <translation>Копировать &amp;как</translation>
    </message>
    <message>
        <source>&amp;Text with tabs</source>
        <translation>&amp;Текст с табуляцией</translation>
    </message>
    <message>
        <source>T&amp;able</source>
        <translation>Т&amp;аблица</translation>
    </message>
    <message>
        <source>&amp;PowerShell objects</source>
        <translation>Объекты &amp;PowerShell</translation>
    </message>
    <message>
        <source>&amp;Save the list…</source>
        <translation>&amp;Сохранить список…</translation>
    </message>
    <message>
        <source>Write what is shown to a file, as CSV or JSON</source>
        <translation>Записать показанное в файл CSV или JSON</translation>
    </message>
    <message>
        <source>Sa&amp;ve the selected lines…</source>
        <translation>Сохранить &amp;выбранные строки…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Сохранение списка</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Не удалось записать %1.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::LogWindow</name>
    <message>
        <source>&amp;Stand still</source>
        <translation>П&amp;риостановить</translation>
    </message>
    <message>
        <source>&amp;Listen to the brokers</source>
        <translation>&amp;Записывать обмен с посредниками</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>S&amp;ave…</source>
        <translation>&amp;Сохранить…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Уровень от</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Поиск в журнале</translation>
    </message>
    <message>
        <source>New lines wait until this is switched off.</source>
        <translation>Новые строки ждут, пока этот флажок не снят.</translation>
    </message>
    <message>
        <source>What is said between this program and the brokers is recorded until this is switched off, and then shown with every name replaced.</source>
        <translation>Обмен между программой и посредниками записывается, пока флажок не снят, затем показывается с заменой всех имён.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Listening. Switch it off to read what was said.</source>
        <translation>Идёт запись. Снимите флажок, чтобы прочитать записанное.</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Записанный обмен</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineActions</name>
    <message>
        <source>Select the machines first.</source>
        <translation>Сначала выделите машины.</translation>
    </message>
    <message>
        <source>A user gets one desktop at a time: select one machine.</source>
        <translation>Пользователю назначают по одному рабочему столу: выделите одну машину.</translation>
    </message>
    <message>
        <source>Not possible: %1.</source>
        <translation>Невозможно: %1.</translation>
    </message>
    <message>
        <source>A ghost is a session on a machine that is off or saved: none of these is.</source>
        <translation>Призрак — это сеанс на выключенной или сохранённой машине: здесь таких нет.</translation>
    </message>
    <message>
        <source>&amp;Cure ghosts…</source>
        <translation>Вы&amp;лечить призраки…</translation>
    </message>
    <message>
        <source>Start each machine, log off the session that is listed there, and save the machine again if it was saved</source>
        <translation>Запустить каждую машину, выполнить выход из числящегося на ней сеанса и снова сохранить машину, если она была сохранена</translation>
    </message>
    <message>
        <source>Show the machines first.</source>
        <translation>Сначала покажите машины.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineBar</name>
    <message>
        <source>Only %1. Show all places again</source>
        <translation>Только %1. Снова показать все места</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>Показано %1 из %2</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Machines that somebody should look after: their state is not known, or they are off, saved or paused while a session is listed on them</source>
        <translation>Машины, на которые следует взглянуть: их состояние неизвестно, или они выключены, сохранены или приостановлены, хотя на них числится сеанс</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Machines on their way into another state, or of a state that is not known</source>
        <translation>Машины, переходящие в другое состояние, или машины, состояние которых неизвестно</translation>
    </message>
    <message>
        <source>Show all places again</source>
        <translation>Снова показать все места</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineConfirmation</name>
    <message>
        <source>DOMAIN\user</source>
        <translation>ДОМЕН\пользователь</translation>
    </message>
    <message>
        <source>Assign &amp;to:</source>
        <translation>Назначить &amp;кому:</translation>
    </message>
    <message>
        <source>There is no machine to act upon</source>
        <translation>Нет машин, с которыми можно что-то сделать</translation>
    </message>
    <message>
        <source>By state: %1</source>
        <translation>По состоянию: %1</translation>
    </message>
    <message>
        <source>By VM host: %1</source>
        <translation>По узлу виртуализации: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineGroupingMenu</name>
    <message>
        <source>&amp;Not at all</source>
        <translation>&amp;Не группировать</translation>
    </message>
    <message>
        <source>By VM &amp;host</source>
        <translation>По &amp;узлу виртуализации</translation>
    </message>
    <message>
        <source>By &amp;collection</source>
        <translation>По &amp;коллекции</translation>
    </message>
    <message>
        <source>By &amp;state</source>
        <translation>По &amp;состоянию</translation>
    </message>
    <message>
        <source>By &amp;owner</source>
        <translation>По &amp;владельцу</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Группировка</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachinePane</name>
    <message>
        <source>Filter of the machines</source>
        <translation>Фильтр машин</translation>
    </message>
    <message>
        <source>Find machines, as in: vdi-20 state:off,saved host:hv-12 user:anna</source>
        <translation>Найти машины, например: vdi-20 state:off,saved host:hv-12 user:anna</translation>
    </message>
    <message>
        <source>Connect to a Remote Desktop Connection Broker to see its virtual machines.</source>
        <translation>Подключитесь к посреднику подключений к удалённому рабочему столу, чтобы увидеть его виртуальные машины.</translation>
    </message>
    <message>
        <source>The filter hides everything</source>
        <translation>Фильтр скрывает всё</translation>
    </message>
    <message>
        <source>1 machine is there, and does not match it.</source>
        <translation>Есть 1 машина, и она под него не подходит.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %Ln machines matches it.</source>
        <translation>
            <numerusform>Ни одна из %Ln машины под него не подходит.</numerusform>
            <numerusform>Ни одна из %Ln машин под него не подходит.</numerusform>
            <numerusform>Ни одна из %Ln машин под него не подходит.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Очистить фильтр</translation>
    </message>
    <message>
        <source>Asking for the machines…</source>
        <translation>Запрос списка машин…</translation>
    </message>
    <message>
        <source>No virtual machines</source>
        <translation>Нет виртуальных машин</translation>
    </message>
    <message>
        <source>The broker lists none. To an account without rights on the broker, Windows shows an empty list as well.</source>
        <translation>Посредник не называет ни одной. Учётной записи без прав на посреднике Windows тоже показывает пустой список.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MachineView</name>
    <message>
        <source>Machines</source>
        <translation>Машины</translation>
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
        <translation>Отправка сообщения</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>Причина или за&amp;явка:</translation>
    </message>
    <message>
        <source>Everybody who gets the message</source>
        <translation>Все, кто получит сообщение</translation>
    </message>
    <message>
        <source>There is nobody to write to.</source>
        <translation>Писать некому.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Goes to:</source>
        <translation>&amp;Получатели:</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MessageEditor</name>
    <message>
        <source>&amp;Edit templates…</source>
        <translation>П&amp;равить шаблоны…</translation>
    </message>
    <message>
        <source>What the user before reads</source>
        <translation>Что прочтёт предыдущий пользователь</translation>
    </message>
    <message>
        <source>What the next user reads</source>
        <translation>Что прочтёт следующий пользователь</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>свой текст</translation>
    </message>
    <message>
        <source>Tem&amp;plate:</source>
        <translation>&amp;Шаблон:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>За&amp;головок:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Т&amp;екст:</translation>
    </message>
    <message>
        <source>{minutes} is only filled in before a log off.</source>
        <translation>{minutes} подставляется только перед выходом из системы.</translation>
    </message>
    <message>
        <source>With the longest name filled in: %1</source>
        <translation>С самым длинным именем: %1</translation>
    </message>
    <message>
        <source>Title %1 of %2, text %3 of %4 characters, with the longest name filled in</source>
        <translation>Заголовок: %1 из %2, текст: %3 из %4 знаков, с самым длинным именем</translation>
    </message>
    <message>
        <source>%1 reads:</source>
        <translation>%1 прочтёт:</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <extracomment>Of several people one reads this. %1 of %2 are numbers, %3 is &quot;CORP<byte value="x7"/>nna reads:&quot;.</extracomment>
        <translation>%1 из %2: %3</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::MessageFirstPanel</name>
    <message>
        <source> min</source>
        <translation> мин</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>сразу</translation>
    </message>
    <message>
        <source>Users who may not have got the message are left alone, and the list says so</source>
        <translation>Пользователи, которые могли не получить сообщения, не затрагиваются; в списке это сказано</translation>
    </message>
    <message>
        <source>Log off a&amp;fter:</source>
        <translation>Выход ч&amp;ерез:</translation>
    </message>
    <message>
        <source>Send a &amp;message first</source>
        <translation>Сначала отправить &amp;сообщение</translation>
    </message>
    <message>
        <source>Log off &amp;only users who got the message</source>
        <translation>Выход только для тех, кто по&amp;лучил сообщение</translation>
    </message>
    <message>
        <source>Send a message first (policy forbids messages)</source>
        <translation>Сначала отправить сообщение (политика запрещает сообщения)</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::NoticePanel</name>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>В порядке</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::OrdersWindow</name>
    <message>
        <source>What waits</source>
        <translation>Что ожидает</translation>
    </message>
    <message>
        <source>What waits for an event</source>
        <translation>Что ожидает события</translation>
    </message>
    <message>
        <source>As soon as</source>
        <translation>Как только</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel the &amp;selected</source>
        <translation>&amp;Отменить выбранные</translation>
    </message>
    <message>
        <source>Clear &amp;ended</source>
        <translation>Убрать &amp;завершённые</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PaletteDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>A person, machine, host, collection, broker or command</source>
        <translation>Человек, машина, узел, коллекция, посредник или команда</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Nothing has this in its name.</source>
        <translation>Ничего с таким именем нет.</translation>
    </message>
    <message>
        <source>The best %1 of %2. Type more to narrow it down.</source>
        <translation>Лучшие совпадения: %1 из %2. Уточните запрос.</translation>
    </message>
    <message>
        <source>1 found.</source>
        <translation>Найдено: 1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found.</source>
        <translation>
            <numerusform>Найдено: %Ln.</numerusform>
            <numerusform>Найдено: %Ln.</numerusform>
            <numerusform>Найдено: %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PaletteFlow</name>
    <message>
        <source>on</source>
        <translation>включено</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PastedListDialog</name>
    <message>
        <source>Select from a list</source>
        <translation>Выбор по списку</translation>
    </message>
    <message>
        <source>&amp;Paste users or sessions, one a line or parted by commas: a user&apos;s name, DOMAIN\user, or HOST/ID.</source>
        <translation>&amp;Вставьте пользователей или сеансы, по одному на строке или через запятую: имя пользователя, ДОМЕН\пользователь или УЗЕЛ/ИД.</translation>
    </message>
    <message>
        <source>Names of users or sessions</source>
        <translation>Имена пользователей или сеансов</translation>
    </message>
    <message>
        <source>Names that select nothing</source>
        <translation>Имена, по которым ничего не выбрано</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1 could mean: %2</source>
        <translation>%1 может означать: %2</translation>
    </message>
    <message>
        <source>%1 has no session</source>
        <translation>%1: сеансов нет</translation>
    </message>
    <message>
        <source>%1/%2 is not listed</source>
        <translation>%1/%2 нет в списке</translation>
    </message>
    <message>
        <source>Line %1 is no name: %2</source>
        <translation>Строка %1 — не имя: %2</translation>
    </message>
    <message>
        <source>No names yet.</source>
        <translation>Имён пока нет.</translation>
    </message>
    <message>
        <source>1 session found.</source>
        <translation>Найден 1 сеанс.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions found.</source>
        <translation>
            <numerusform>Найден %Ln сеанс.</numerusform>
            <numerusform>Найдено %Ln сеанса.</numerusform>
            <numerusform>Найдено %Ln сеансов.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 name selects nothing:</source>
        <translation>По 1 имени ничего не выбрано:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln names select nothing:</source>
        <translation>
            <numerusform>По %Ln имени ничего не выбрано:</numerusform>
            <numerusform>По %Ln именам ничего не выбрано:</numerusform>
            <numerusform>По %Ln именам ничего не выбрано:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Select 1 session</source>
        <translation>&amp;Выбрать 1 сеанс</translation>
    </message>
    <message numerus="yes">
        <source>Select %Ln sessions</source>
        <translation>
            <numerusform>Выбрать %Ln сеанс</numerusform>
            <numerusform>Выбрать %Ln сеанса</numerusform>
            <numerusform>Выбрать %Ln сеансов</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Выбрать</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PersonFindsPanel</name>
    <message>
        <source>%1 · %2 by %3: %4</source>
        <translation>%1 · %2, %3: %4</translation>
    </message>
    <message>
        <source>Other sessions of this user</source>
        <translation>Другие сеансы этого пользователя</translation>
    </message>
    <message>
        <source>What was done to this user</source>
        <translation>Что делали с этим пользователем</translation>
    </message>
    <message>
        <source>Select %1</source>
        <translation>Выбрать: %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PersonPhoto</name>
    <message>
        <source>Photo of %1</source>
        <translation>Фотография %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PinFlow</name>
    <message>
        <source>Pin the &amp;user</source>
        <translation>Закрепить &amp;пользователя</translation>
    </message>
    <message>
        <source>Pin the &amp;machine</source>
        <translation>Закрепить &amp;машину</translation>
    </message>
    <message>
        <source>Pin the VM &amp;host</source>
        <translation>Закрепить &amp;узел виртуализации</translation>
    </message>
    <message>
        <source>&amp;Note on the user…</source>
        <translation>&amp;Заметка о пользователе…</translation>
    </message>
    <message>
        <source>No&amp;te on the machine…</source>
        <translation>З&amp;аметка о машине…</translation>
    </message>
    <message>
        <source>N&amp;ote on the VM host…</source>
        <translation>Зам&amp;етка об узле виртуализации…</translation>
    </message>
    <message>
        <source>Note on the user</source>
        <translation>Заметка о пользователе</translation>
    </message>
    <message>
        <source>Note on the machine</source>
        <translation>Заметка о машине</translation>
    </message>
    <message>
        <source>Note on the VM host</source>
        <translation>Заметка об узле виртуализации</translation>
    </message>
    <message>
        <source>&amp;Pins and notes</source>
        <translation>За&amp;крепление и заметки</translation>
    </message>
    <message>
        <source>Keep it in the list at the left</source>
        <translation>Держать в списке слева</translation>
    </message>
    <message>
        <source>Write down what you want to know next time; it stays on this computer</source>
        <translation>Запишите, что понадобится знать в следующий раз; это останется на этом компьютере</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплённые</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>&amp;Открепить</translation>
    </message>
    <message>
        <source>%1
The note is kept on this computer, and sent nowhere. An empty one is removed.</source>
        <translation>%1
Заметка хранится на этом компьютере и никуда не отправляется. Пустая удаляется.</translation>
    </message>
    <message>
        <source>This could not be saved. %1</source>
        <translation>Не удалось сохранить. %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlacesDock</name>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>Servers, collections and VM hosts</source>
        <translation>Серверы, коллекции и узлы виртуализации</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Коллекции</translation>
    </message>
    <message>
        <source>VM hosts</source>
        <translation>Узлы</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Все сеансы</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Все машины</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlacesFlow</name>
    <message>
        <source>Select &amp;all sessions</source>
        <translation>Выделить &amp;все сеансы</translation>
    </message>
    <message>
        <source>&amp;Message everybody…</source>
        <translation>&amp;Сообщение всем…</translation>
    </message>
    <message>
        <source>&amp;Drain VM host…</source>
        <translation>Осво&amp;бодить узел ВМ…</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Обновить</translation>
    </message>
    <message>
        <source>&amp;Edit the connection…</source>
        <translation>&amp;Изменить подключение…</translation>
    </message>
    <message>
        <source>Disc&amp;onnect from the server</source>
        <translation>О&amp;тключиться от сервера</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PlanDialog</name>
    <message>
        <source>Everything that is hit</source>
        <translation>Всё, что затронуто</translation>
    </message>
    <message>
        <source>What is left out, with the reason</source>
        <translation>Что не затронуто и почему</translation>
    </message>
    <message>
        <source>&amp;Reason or ticket:</source>
        <translation>&amp;Причина или заявка:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Hit: %1</source>
        <translation>&amp;Затронуты: %1</translation>
    </message>
    <message>
        <source>&amp;Left out: %1</source>
        <translation>&amp;Исключены: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PreferenceRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Вернуть значение по умолчанию</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: вернуть значение по умолчанию</translation>
    </message>
    <message>
        <source>Fixed by the policy of this computer.</source>
        <translation>Задано политикой этого компьютера.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::PreferencesDialog</name>
    <message>
        <source>No setting has these words.</source>
        <translation>Нет параметра с такими словами.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Поиск по параметрам</translation>
    </message>
    <message>
        <source>&amp;All to their defaults</source>
        <translation>&amp;Все по умолчанию</translation>
    </message>
    <message>
        <source>Kept passwords</source>
        <translation>Сохранённые пароли</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Programs that take over</source>
        <translation>Программы для передачи</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProbeView</name>
    <message>
        <source>Sessions seen: %1</source>
        <translation>Получено сеансов: %1</translation>
    </message>
    <message>
        <source>Show t&amp;he certificate…</source>
        <translation>Показать сер&amp;тификат…</translation>
    </message>
    <message>
        <source>Stages of the test</source>
        <translation>Этапы проверки</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидает</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>проверяется…</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>не требуется</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>Everything works: the sessions can be listed.</source>
        <translation>Всё работает: список сеансов можно получить.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Проверка остановлена.</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>предупреждение</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>Another server is the active broker.</source>
        <translation>Активный посредник — другой сервер.</translation>
    </message>
    <message>
        <source>Test the active broker</source>
        <translation>Проверить активного посредника</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>Hide the steps</source>
        <translation>Скрыть шаги</translation>
    </message>
    <message>
        <source>Testing: %1…</source>
        <translation>Проверка: %1…</translation>
    </message>
    <message>
        <source>Add the other brokers of this deployment: %1</source>
        <translation>Добавить других посредников этого развёртывания: %1</translation>
    </message>
    <message>
        <source>Everything works: signed in by %1, the sessions can be listed.</source>
        <translation>Всё работает: вход через %1, список сеансов доступен.</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln steps</source>
        <translation>
            <numerusform>Показать %Ln шаг</numerusform>
            <numerusform>Показать %Ln шага</numerusform>
            <numerusform>Показать %Ln шагов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProfilePanel</name>
    <message>
        <source>Demonstration</source>
        <translation>Демонстрация</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Серверы</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Новый сервер</translation>
    </message>
    <message>
        <source>Keep what is typed</source>
        <translation>Сохранить введённое</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Удалить из списка</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Export without passwords…</source>
        <translation>Экспорт без паролей…</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Импорт и экспорт</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (копия)</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Импорт серверов</translation>
    </message>
    <message>
        <source>Servers (*.json)</source>
        <translation>Серверы (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Не удаётся прочитать %1.</translation>
    </message>
    <message>
        <source>%1 is no list of servers: %2</source>
        <translation>%1 — не список серверов: %2</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Экспорт серверов</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Не удалось записать %1: %2</translation>
    </message>
    <message>
        <source>1 simulated session</source>
        <translation>1 имитируемый сеанс</translation>
    </message>
    <message numerus="yes">
        <source>%Ln simulated sessions</source>
        <translation>
            <numerusform>%Ln имитируемый сеанс</numerusform>
            <numerusform>%Ln имитируемых сеанса</numerusform>
            <numerusform>%Ln имитируемых сеансов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ProgramFlow</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Параметры…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Сочетания &amp;клавиш</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReasonField</name>
    <message>
        <source>Reason or ticket</source>
        <translation>Причина или заявка</translation>
    </message>
    <message>
        <source>needed; such as %1</source>
        <translation>обязательно; например, %1</translation>
    </message>
    <message>
        <source>such as %1; may stay empty</source>
        <translation>например, %1; можно не заполнять</translation>
    </message>
    <message>
        <source>Policy asks for a reason or a ticket number</source>
        <translation>Политика требует указать причину или номер заявки</translation>
    </message>
    <message>
        <source>for the record, may stay empty</source>
        <translation>для журнала, можно не заполнять</translation>
    </message>
    <message>
        <source>By your preferences a ticket looks like %1 (* stands for any text, # for one digit).</source>
        <translation>По вашим настройкам номер заявки выглядит как %1 (* означает любой текст, # — одну цифру).</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReportDialog</name>
    <message>
        <source>&amp;Put it together</source>
        <translation>&amp;Собрать отчёт</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Отчёт о проблеме</translation>
    </message>
    <message>
        <source>Versions, settings and the last lines of the log, and if you choose a broker, what is said between it and this program while it is asked once more. Nothing is changed there. Names and addresses are replaced, passwords are never in it. You read it first; it goes to nobody by itself.</source>
        <translation>Версии, параметры и последние строки журнала, а если выбран посредник — обмен с ним при повторном опросе. На нём ничего не меняется. Имена и адреса заменены, паролей в отчёте нет. Сначала вы читаете его сами; сам он никому не отправляется.</translation>
    </message>
    <message>
        <source>Conversation &amp;with</source>
        <translation>Обмен &amp;с</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No broker</source>
        <translation>Без посредника</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрос к %1…</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Read it before you give it away.</source>
        <translation>Прочитайте отчёт, прежде чем передать его.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ReviewPane</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>Со&amp;хранить…</translation>
    </message>
    <message>
        <source>What would be given away</source>
        <translation>Содержимое отчёта</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SelectFlow</name>
    <message>
        <source>This session is not listed any more.</source>
        <translation>Этого сеанса больше нет в списке.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SelectMenu</name>
    <message>
        <source>Se&amp;lect</source>
        <translation>В&amp;ыбор</translation>
    </message>
    <message>
        <source>All &amp;disconnected</source>
        <translation>Все &amp;отключённые</translation>
    </message>
    <message>
        <source>Probable &amp;ghosts</source>
        <translation>Вероятные &amp;призраки</translation>
    </message>
    <message>
        <source>Stuck while &amp;signing out</source>
        <translation>&amp;Зависшие при выходе</translation>
    </message>
    <message>
        <source>&amp;Users on more than one virtual machine</source>
        <translation>Пользователи на &amp;нескольких виртуальных машинах</translation>
    </message>
    <message>
        <source>All on this VM &amp;host</source>
        <translation>Все на этом &amp;узле</translation>
    </message>
    <message>
        <source>All in this &amp;collection</source>
        <translation>Все в этой &amp;коллекции</translation>
    </message>
    <message>
        <source>From a &amp;list…</source>
        <translation>По спис&amp;ку…</translation>
    </message>
    <message>
        <source>Paste names of users or sessions and select theirs</source>
        <translation>Вставить имена пользователей или сеансов и выбрать их</translation>
    </message>
    <message>
        <source>Show only these and select them</source>
        <translation>Показать только их и выбрать</translation>
    </message>
    <message>
        <source>All in this gro&amp;up</source>
        <translation>Все в этой &amp;группе</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SessionPane</name>
    <message>
        <source>What became of them is being looked up; see Activity.</source>
        <translation>Выясняется, чем они закончились; см. «Действия».</translation>
    </message>
    <message>
        <source>1 act was in flight when the program last ended.</source>
        <translation>Когда программа в прошлый раз завершилась, оставалось 1 незаконченное действие.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln acts were in flight when the program last ended.</source>
        <translation>
            <numerusform>Когда программа в прошлый раз завершилась, оставалось %Ln незаконченное действие.</numerusform>
            <numerusform>Когда программа в прошлый раз завершилась, оставалось %Ln незаконченных действия.</numerusform>
            <numerusform>Когда программа в прошлый раз завершилась, оставалось %Ln незаконченных действий.</numerusform>
        </translation>
    </message>
    <message>
        <source>Users of this server were told that they will be logged off.</source>
        <translation>Пользователей этого сервера предупредили о выходе из системы.</translation>
    </message>
    <message>
        <source>Cancel that in Activity, so that they are told, or wait until it is done.</source>
        <translation>Отмените его в списке действий, чтобы им сообщили, или дождитесь конца.</translation>
    </message>
    <message>
        <source>A VM host of this server is being drained.</source>
        <translation>Освобождается узел виртуализации этого сервера.</translation>
    </message>
    <message>
        <source>Stop the drain first, or wait until it has ended.</source>
        <translation>Сначала остановите освобождение или дождитесь его конца.</translation>
    </message>
    <message>
        <source>This session is gone.</source>
        <translation>Этого сеанса больше нет.</translation>
    </message>
    <message>
        <source>Acts on this server go in waves.</source>
        <translation>Действия на этом сервере идут волнами.</translation>
    </message>
    <message>
        <source>Stop the waves in Activity, or wait until they have ended.</source>
        <translation>Остановите волны в действиях или подождите, пока они завершатся.</translation>
    </message>
    <message>
        <source>Ghosts on this server are being cured.</source>
        <translation>Призраки на этом сервере лечатся.</translation>
    </message>
    <message>
        <source>Stop that in Activity, or wait until it has ended.</source>
        <translation>Остановите это в действиях или дождитесь конца.</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SessionView</name>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Поиск по сочетаниям</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SizedTable</name>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Обычные столбцы</translation>
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
        <translation>Показать только «%1»: %2</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::StatusStrip</name>
    <message>
        <source>Not connected</source>
        <translation>Нет подключения</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>Выбрано: %1</translation>
    </message>
    <message>
        <source>List from %1</source>
        <translation>Список получен %1</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>следующий через %1 с</translation>
    </message>
    <message numerus="yes">
        <source>%Ln servers</source>
        <translation>
            <numerusform>%Ln сервер</numerusform>
            <numerusform>%Ln сервера</numerusform>
            <numerusform>%Ln серверов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::SupportFlow</name>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Журнал</translation>
    </message>
    <message>
        <source>What this program has done and met since it was started.</source>
        <translation>Что программа сделала и с чем столкнулась с момента запуска.</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Сообщить о &amp;проблеме…</translation>
    </message>
    <message>
        <source>Put together what helps those who mend this program; you read it first.</source>
        <translation>Собрать сведения, которые помогут исправить программу; сначала вы прочитаете их сами.</translation>
    </message>
    <message>
        <source>Look for a &amp;newer version…</source>
        <translation>Проверить наличие &amp;новой версии…</translation>
    </message>
    <message>
        <source>The policy of this computer forbids to ask.</source>
        <translation>Политика этого компьютера запрещает проверку.</translation>
    </message>
    <message>
        <source>Ask whether there is a newer version of this program.</source>
        <translation>Узнать, есть ли более новая версия этой программы.</translation>
    </message>
    <message>
        <source>This could not be saved. %1</source>
        <translation>Сохранить не удалось. %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::TemplatesDialog</name>
    <message>
        <source>The template needs a name.</source>
        <translation>Шаблону нужно название.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Templates of messages</source>
        <translation>Шаблоны сообщений</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Добавить</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>Сбросить &amp;все</translation>
    </message>
    <message>
        <source>Brings back the templates that come with the program, and nothing else</source>
        <translation>Возвращает шаблоны, которые идут с программой, и только их</translation>
    </message>
    <message>
        <source>What is filled in: {user} the user&apos;s name, {vm} the virtual machine, {minutes} the time until the log-off, {ticket} the reason or ticket.</source>
        <translation>Подставляются: {user} имя пользователя, {vm} виртуальная машина, {minutes} минуты до выхода из системы, {ticket} причина или заявка.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Название:</translation>
    </message>
    <message>
        <source>T&amp;itle:</source>
        <translation>За&amp;головок:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>&amp;Текст:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новый шаблон</translation>
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
        <translation>Заявка 4711</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::UpdateDialog</name>
    <message>
        <source>Newer version</source>
        <translation>Новая версия</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>&amp;Open its page</source>
        <translation>&amp;Открыть страницу</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Запрос к %1…</translation>
    </message>
    <message>
        <source>Nothing is sent but the name of the program.</source>
        <translation>Передаётся только название программы.</translation>
    </message>
    <message>
        <source>The policy of this computer forbids to ask.</source>
        <translation>Политика этого компьютера запрещает проверку.</translation>
    </message>
    <message>
        <source>The address in the preferences cannot be used.</source>
        <translation>Адрес, указанный в параметрах, нельзя использовать.</translation>
    </message>
    <message>
        <source>It begins with https:// and names a file, or is empty.</source>
        <translation>Он начинается с https:// и указывает на файл или остаётся пустым.</translation>
    </message>
    <message>
        <source>Deskwarden %1 is the newest version.</source>
        <translation>Deskwarden %1 — самая новая версия.</translation>
    </message>
    <message>
        <source>Deskwarden %1 is newer than the newest release, %2.</source>
        <translation>Deskwarden %1 новее последнего выпуска, %2.</translation>
    </message>
    <message>
        <source>Deskwarden %1 of %2 can be had; this is %3.</source>
        <translation>Доступна версия Deskwarden %1 от %2; сейчас используется %3.</translation>
    </message>
    <message>
        <source>Its page: %1</source>
        <translation>Её страница: %1</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ViewFlow</name>
    <message>
        <source>Vie&amp;ws</source>
        <translation>&amp;Представления</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Представления</translation>
    </message>
    <message>
        <source>%1: this version of Deskwarden does not understand a part of the view.</source>
        <translation>%1: эта версия Deskwarden не понимает часть представления.</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>&amp;Сохранить это представление…</translation>
    </message>
    <message>
        <source>Keep filter, columns and sorting under a name</source>
        <translation>Сохранить фильтр, столбцы и сортировку под именем</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Сохранение представления</translation>
    </message>
    <message>
        <source>Name of the view. A view of that name is replaced.</source>
        <translation>Имя представления. Представление с таким именем будет заменено.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Показать</translation>
    </message>
    <message>
        <source>&amp;Update to what is shown now</source>
        <translation>&amp;Заменить тем, что показано сейчас</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>П&amp;ереименовать…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>This version of Deskwarden does not understand a part of the view.</source>
        <translation>Эта версия Deskwarden не понимает часть представления.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save the view anew, or remove it.</source>
        <translation>Ничего не изменено. Сохраните представление заново или удалите его.</translation>
    </message>
    <message>
        <source>The view could not be saved. %1</source>
        <translation>Не удалось сохранить представление. %1</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Переименование представления</translation>
    </message>
    <message>
        <source>New name of the view</source>
        <translation>Новое имя представления</translation>
    </message>
    <message>
        <source>Remove the view</source>
        <translation>Удаление представления</translation>
    </message>
    <message>
        <source>Remove the view “%1”? Sessions are not touched.</source>
        <translation>Удалить представление «%1»? Сеансы не затрагиваются.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::ViewsPanel</name>
    <message>
        <source>Views</source>
        <translation>Представления</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WaveBar</name>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Begin the next wave</source>
        <translation>Начать следующую волну</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Begin nothing new; what was sent is still followed</source>
        <translation>Новое не начинается; отправленное отслеживается</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WavesPanel</name>
    <message>
        <source>In &amp;waves: 1 session first, then 5, then 25, then the rest</source>
        <translation>&amp;Волнами: сначала 1 сеанс, затем 5, затем 25, затем остальные</translation>
    </message>
    <message>
        <source>Pauses by itself when more sessions of a wave fail, stay unknown or keep signing out than you allow, or when users come back within a minute</source>
        <translation>Приостанавливается само, если в волне больше ошибок, неизвестных результатов и незаконченных выходов, чем вы допускаете, или если пользователи возвращаются в течение минуты</translation>
    </message>
    <message>
        <source>So &amp;many of a wave may go wrong:</source>
        <translation>&amp;Допустимо неудач в волне:</translation>
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
        <translation>&amp;Посредник подключений</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Искать</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>О&amp;становить</translation>
    </message>
    <message>
        <source>&amp;Copy for ticket</source>
        <translation>&amp;Копировать для заявки</translation>
    </message>
    <message>
        <source>Why can&apos;t the user get in?</source>
        <translation>Почему пользователь не может войти?</translation>
    </message>
    <message>
        <source>Looks at what the broker tells, and changes nothing.</source>
        <translation>Проверяется то, что сообщает посредник подключений; ничего не меняется.</translation>
    </message>
    <message>
        <source>DOMAIN\user</source>
        <translation>ДОМЕН\пользователь</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>не указана</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>П&amp;ользователь</translation>
    </message>
    <message>
        <source>&amp;Machine that is asked for</source>
        <translation>&amp;Нужная машина</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Что проверено</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Идёт опрос %1…</translation>
    </message>
    <message>
        <source>Looks at what the broker and the directory tell, and changes nothing.</source>
        <translation>Проверяется то, что сообщают посредник подключений и каталог; ничего не меняется.</translation>
    </message>
    <message>
        <source>Asking %1 and the directory…</source>
        <translation>Идёт опрос %1 и каталога…</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WindowLayout</name>
    <message>
        <source>&amp;Reset layout</source>
        <translation>С&amp;бросить расположение</translation>
    </message>
    <message>
        <source>Show columns, docks and sizes as at the first start</source>
        <translation>Столбцы, панели и размеры как при первом запуске</translation>
    </message>
</context>
<context>
    <name>deskwarden::ui::WorkPages</name>
    <message>
        <source>&amp;Sessions</source>
        <translation>&amp;Сеансы</translation>
    </message>
    <message>
        <source>Show who is working on which machine</source>
        <translation>Показать, кто на какой машине работает</translation>
    </message>
    <message>
        <source>&amp;Machines</source>
        <translation>&amp;Машины</translation>
    </message>
    <message>
        <source>Show every virtual machine of all brokers, with its state, host, owner and session</source>
        <translation>Показать все виртуальные машины всех посредников: состояние, узел, владельца и сеанс</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Что показано в списке</translation>
    </message>
</context>
</TS>
