"""Greetings, thanks, goodbyes and the like, one a line."""

SMALL_TALK = """hi
thanks a bunch!
awesome, thanks a ton
cool, will pass it on to the customer
sorry, my mistake
brb
how are you doing today?
what can you do?
who are you?
was kannst du?
thanks, you saved my day
Hi!
hello there
hey
hey bot
hi all
hello everybody
hi, hope you're well
hello, happy monday
Good morning
good morning :)
good evening to you
morning team
hi Partnerline
hey how are you today
how are you?
how's it going
what's up
how do you do
nice to meet you
hi, nice to meet you
happy new year
merry christmas
have a good one
have a nice weekend
have a great day everyone
see you tomorrow
see ya
bye
bye for now
goodbye
good night
talk to you later
ttyl
until next time
thanks
Thanks!!
thank you
thank you so much
thank you very much indeed
many thanks
thanks a million
thx
thx, that helped a lot!
ty
tysm
cheers mate
much appreciated
appreciate it
i appreciate your help
thanks for your help
thanks for the quick answer
thank you for the info
thanks, you're a star
thanks, that's all I needed
that's all, thanks
that was all, thank you
no more questions, thanks
no thanks
no thank you, I'm good
nothing else, thanks
perfect that helps a lot, thank you so much
perfect
perfect, exactly what I needed
that's exactly what i was looking for
great, that answers my question
great stuff
awesome!
brilliant, cheers
super helpful
very helpful, thank you
that was quick
wow, that was fast
nice one
nice
well done
good job
good bot
you're the best
love it
I love you bot
excellent
fantastic work
ok
okay
k
kk
ok great, will tell them
ok will do
ok will wait
ok, got it
ok I'll let the customer know
alright, I will forward it to the client
great, I'll pass it on
thanks, I'll try that
ok I'll check and come back
cool, sending it to the customer now
got it, makes sense
makes sense
understood
noted, thanks
roger that
fair enough
sounds good
sounds good to me
good to know
good to know, thanks
I see
ah I see, thanks
oh ok
aha
right, thanks
sure
sure, no problem
no problem
no worries
never mind
nevermind, found it
never mind, I found it myself
forget it, all good
all good
all clear now
sorry
sorry, wrong channel
oops
my bad
lol
haha
hahaha good one
:)
;-)
👍
👍👍
🙏
❤️ thanks
🎉🎉
+1
...
test
testing
you too
same to you
you're welcome
hallo
Guten Morgen
guten Tag zusammen
moin moin
servus
grüß Gott
danke
danke schön
vielen Dank
vielen Dank für die Hilfe
danke, das hilft mir sehr
super, danke dir
alles klar, danke
alles klar
passt
perfekt, genau das habe ich gebraucht
schönes Wochenende
schönen Tag noch
bis morgen
tschüss
gut, sage ich dem Kunden
bonjour
bonsoir à tous
salut
merci
merci beaucoup
merci bien pour votre aide
super merci
parfait, merci
d'accord
d'accord, merci
c'est noté
bonne journée
bon week-end
à bientôt
au revoir
hola
buenos días
buenas tardes
hola, ¿qué tal?
gracias
muchas gracias
muchísimas gracias por la ayuda
perfecto, gracias
vale, gracias
de acuerdo
hasta luego
hasta mañana
que tengas un buen día
buen fin de semana
ciao
buongiorno
buonasera
grazie
grazie mille
grazie per l'aiuto
perfetto, grazie
va bene
va bene, grazie
capito
ottimo
arrivederci
buona giornata
a presto
sweet, thanks
thank you for your patience
thx for clarifying
thanks again for yesterday
ok thanks for letting me know
thanks, I have everything now
gotcha
ok that's clear
clear, thank you
very clear
right on
yep thanks
yes thanks
yes, that's it, thanks
no that's all
no, I'm fine
good, good
hmm ok
interesting
interesting, thanks
wow
cool beans
you rock
ace
legend, thanks
great service
keep up the good work
happy friday
enjoy your evening
morning!
evening all
hi there, hope all is well
nice talking to you
pleased to meet you
thanks, speak soon
ok will get back to you
I'll get back to you later
let me check with the customer
let me think about it
ok I'll have a look
fine
fine by me
👌 perfect
🙂
danke für die schnelle Antwort
danke, habe alles
okay, mache ich
einen schönen Abend noch
merci, c'est parfait
merci pour l'info
très bien, merci
ok merci
gracias por la información
todo claro, gracias
estupendo, muchas gracias
grazie, molto gentile
ok grazie
tutto chiaro
buon lavoro
many thanks indeed
thanks for getting back so quickly
ok super, that's what I wanted
cheers for that
ok that works
works for me
great, will do that
thanks, passing it on to the client
good evening everybody
hope you had a nice weekend
congrats
happy holidays!
okey dokey
alrighty
that's great news
danke Ihnen, schönen Feierabend
super, vielen Dank!
merci à vous, bonne soirée
mil gracias, hasta pronto
grazie, buona serata
😀 thanks
no need, thanks
understood, thank you for explaining
I'm good thanks
bye bye"""
