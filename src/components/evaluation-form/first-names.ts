/**
 * First names that are common in the UK, in small letters, and that are not ordinary words as well. They are in no order
 * and about nobody. Taken together from memory of what names are usual here; the list need not be whole, since a name
 * inside a sentence is also known by its capital.
 */
export const firstNames: ReadonlySet<string> = new Set(
  (
    'aaron abdul abdullah abigail adam adrian agnieszka ahmed aisha alan alasdair alex alexander ali alice alison ' +
    'amanda amelia amina amir amy andrea andrew andrzej angela angharad anita anna anne anthony ayesha barbara ben ' +
    'benjamin bethan beth brian bronwen bryn callum cameron carol caroline carys catherine ceri charlotte chloe chris ' +
    'christine christopher ciara claire colin connor craig daniel danielle darren david dawid deborah denise derek ' +
    'donna dylan edward elaine eleri elizabeth ella ellie emily emma eoin ewan fatima fiona gareth gary geoff george ' +
    'georgia gillian graham greg gwen hamza hannah harpreet harriet helen helena henry howard huw iain ian ibrahim imran ' +
    'isabella isla jacob jacqueline jake james jamie jane janet jasmine jason jean jenny jennifer jeremy jessica joan ' +
    'joanna joe john jonathan joseph joshua julia julie karen katarzyna kate kathleen katie keith kelly kenneth kerry ' +
    'kevin khadija krzysztof kwame laura lauren leanne lee leon lewis liam linda lisa louise lucy luke maciej ' +
    'magdalena malcolm margaret maria mariam marie martin mary maryam matthew megan michael michelle mohamed mohammad ' +
    'mohammed monika muhammad natalie nathan neil niamh nicholas nicola nigel nikita nusrat oliver olivia olu omar ' +
    'owain oscar pamela patricia paul pauline peter philip philippa piotr priya rachel raj rajesh rebecca rhian rhys ' +
    'richard robert roger rosie ruth ryan sally sam samantha samuel sandra sanjay sarah sean sharon shaun sheila ' +
    'siobhan simon sinead sophie sophia stacey stephanie stephen steven stuart sunita susan tariq teresa thomas ' +
    'timothy tracey usman valerie vanessa victoria vikram wendy wojciech yasmin yusuf zainab zoe'
  ).split(' '),
);
